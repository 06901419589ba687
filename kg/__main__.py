"""`python -m kg` is the `kg` command."""

from kg.shell.cli import main

main()
