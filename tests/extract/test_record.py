"""Records: what they refuse."""

import pytest
from pydantic import ValidationError

from extract.record import Record


@pytest.mark.parametrize("amount", ["1e999", "-1e999", "NaN", '"much"'])
def test_an_amount_is_a_number(amount: str) -> None:
    relation = f'{{"type": "aided", "source": "DNK", "target": "NOR", "amount": {amount}}}'
    with pytest.raises(ValidationError, match="amount"):
        Record.model_validate_json(f'{{"id": "a", "relations": [{relation}]}}')
