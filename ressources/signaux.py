def brancher() -> None:
    """placeholder"""
