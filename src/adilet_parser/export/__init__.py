"""Acts in the formats of the field: Akoma Ntoso, BPMN, Mermaid, tables for spreadsheets."""
