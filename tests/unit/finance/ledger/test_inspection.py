"""A file is looked at before it is imported; what its headings tell is suggested, the sign only hinted at."""

import pytest

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.inspect import inspect
from styrhus.finance.ledger.mapping import DateOrder, Sign
from styrhus.finance.ledger.staging import stage


def look(folder, text, encoding="utf-8"):
    path = folder / "ledger.csv"
    path.write_bytes(text.encode(encoding))
    return path, inspect(path)


LEDGER = """\
Huvudbok nämnd 2019
Verifikationsnr;Bokf.datum;Ansvar;Ansvar (T);Konto;Konto (T);Verksamhet;Projekt;Motpart;Belopp kr;Verifikationstext
1;31.01.2019;2101;Mottagning;5010;Löner;555;;;1 234,50;Lön
2;31.01.2019;2101;Mottagning;3510;Bidrag;555;;;-200,00;Bidrag
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "cp437"])
def test_an_ordinary_ledger_is_understood(tmp_path, encoding):
    path, found = look(tmp_path, LEDGER, encoding)
    mapping = found.suggested
    assert mapping.heading_row == 2
    assert mapping.codes == {
        Dimension.RESPONSIBILITY: "Ansvar", Dimension.ACCOUNT: "Konto", Dimension.ACTIVITY_CODE: "Verksamhet",
        Dimension.PROJECT: "Projekt", Dimension.COUNTERPARTY: "Motpart",
    }  # fmt: skip
    assert mapping.names == {Dimension.RESPONSIBILITY: "Ansvar (T)", Dimension.ACCOUNT: "Konto (T)"}
    assert (mapping.voucher, mapping.text) == ("Verifikationsnr", "Verifikationstext")
    assert (mapping.amount, mapping.decimal, mapping.date_order) == ("Belopp kr", ",", DateOrder.DAY_FIRST)
    assert (mapping.sign, found.sign) == (None, Sign.DEBIT_POSITIVE)
    assert len(found.rows) == 2
    staged = stage(path, mapping.model_copy(update={"sign": found.sign}), year=2019, target=tmp_path / "out")
    assert str(staged.total) == "1034.50"


def test_income_written_positive_is_hinted_at(tmp_path):
    _, found = look(tmp_path, LEDGER.replace("1 234,50", "-1 234,50").replace("-200", "200"))
    assert found.sign is Sign.CREDIT_POSITIVE


def test_a_decimal_point_and_a_code_string(tmp_path):
    _, found = look(tmp_path, "Datum,Kontering,Debet,Kredit\n2019-01-02,2101-5010-555,12.50,\n")
    mapping = found.suggested
    assert (found.delimiter, mapping.decimal, mapping.code_string, mapping.code_separator) == (
        ",",
        ".",
        "Kontering",
        "-",
    )
    assert (mapping.debit, mapping.credit, found.sign) == ("Debet", "Kredit", Sign.DEBIT_POSITIVE)


@pytest.mark.parametrize("content", ["", "bara en kolumn\nmed text\n", "PK\x03\x04 no zip"])
def test_what_is_no_ledger_is_told(tmp_path, content):
    _, found = look(tmp_path, content)
    assert found.problems


def test_a_remembered_mapping_is_tried(tmp_path):
    path, found = look(tmp_path, LEDGER)
    again = inspect(path, mapping=found.suggested)
    assert (again.headings, again.suggested) == (found.headings, found.suggested)
