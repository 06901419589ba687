"""The questions: who met whom, when, where, and what came of it, asked of the graph by names in any spelling."""
