"""Writing to the portal's team about an organisation: no address of the organisation is known or shown."""
