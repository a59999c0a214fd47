"""资料包内的命名."""

from filings.bundles.names import FOLDER_BYTES, Names, folder_of, words_of


def test_folder_and_words(town):
    filing = town.draft()
    assert folder_of(filing) == f"{town.unit.parent.name}/{town.unit.name}/{town.project}"
    assert words_of(filing) == ["2024年", town.project.name, "项目自评表"]
    town.project.name = 'a/b\\c:*?"<>|' + "长" * 100
    filing.subject.project = town.project
    levels = folder_of(filing).split("/")
    assert len(levels) == 3
    assert max(len(level.encode()) for level in levels) <= FOLDER_BYTES
    filing.subject.project = None
    assert folder_of(filing).endswith("/部门整体")
    assert words_of(filing) == ["2024年", town.unit.name, "项目自评表"]


def test_without_a_supervisor(town):
    filing = town.draft()
    filing.subject.department.parent = None
    assert folder_of(filing).startswith("无主管部门/")


def test_never_the_same_name_twice():
    names = Names()
    taken = [names.take("甲/乙", ["表", "A" * 300], "docx") for _ in range(3)] + [
        names.take("甲/乙", ["表", "a" * 300], "docx")
    ]
    assert len({name.casefold() for name in taken}) == 4
    assert taken[1].startswith("甲/乙/（2） 表")
    assert max(len(name.rsplit("/", 1)[1].encode()) for name in taken) <= 200
    assert names.take("甲/丙", ["表"], "docx") == "甲/丙/表.docx"


def test_the_longest_chinese_path_opens_on_windows(town):
    filing = town.draft()
    town.unit.parent.name = town.unit.name = town.project.name = "长" * 120
    filing.subject.project = town.project
    filing.subject.department = town.unit
    path = Names().take(folder_of(filing), words_of(filing), "docx")
    assert len(path) <= 200
