"""Many acts, unattended: every input accounted for, nothing done twice, nothing lost (extra `batch`)."""
