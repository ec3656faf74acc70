"""What answers at the addresses beneath a page: each view takes the page, the request and what the address holds."""
