"""What other sites and search engines are told of a page: linked data (schema.org) and the picture of a shared link."""
