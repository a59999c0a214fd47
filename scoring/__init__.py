"""计分: points, rules and grades on plain values; every award explains itself; knows no Django and no ORM."""
