"""Relations between parties: agreements, aid, transfers, visits, statements and other acts."""
