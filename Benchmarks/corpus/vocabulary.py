"""What titles and tasks are made of, in the scripts that a benchmark should see."""

from dataclasses import dataclass
from random import Random

# Characters from the private use area stand for spellings that no serialiser would choose;
# `shapes.spell` puts the spelling in their place once the body is text.
SLASH = "\ue000"  # \/
APOSTROPHE = "\ue001"  # \u2019
GRIN = "\ue002"  # \ud83d\ude00, a surrogate pair
E_ACUTE = "\ue003"  # \u00e9
MEANING = {SLASH: "/", APOSTROPHE: "\u2019", GRIN: "\U0001f600", E_ACUTE: "\u00e9"}


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language; `spice` is what makes a string leave plain ASCII."""

    qualifiers: tuple[str, ...]
    roles: tuple[str, ...]
    openings: tuple[str, ...]
    phrases: tuple[str, ...]
    spice: tuple[str, ...]
    joint: str = " "

    def title(self, random: Random) -> str:
        """An occupation's title; a few hold an escape or a character outside ASCII."""
        words = [random.choice(self.qualifiers), random.choice(self.roles)]
        if random.random() < 0.3:
            words.insert(1, random.choice(self.qualifiers))
        if self.spice and random.random() < 0.04:
            words.append(random.choice(self.spice))
        return self.joint.join(words)

    def task(self, random: Random) -> str:
        """A task statement of some 40 to 230 bytes."""
        words = [random.choice(self.openings)]
        words += random.choices(self.phrases, k=random.randint(1, 7))
        if self.spice and random.random() < 0.06:
            words.insert(random.randrange(1, len(words) + 1), random.choice(self.spice))
        return self.joint.join(words) + "."


def words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


def meaning(text: str) -> str:
    """The text as a JSON reader will see it."""
    for mark, character in MEANING.items():
        text = text.replace(mark, character)
    return text


ENGLISH = Vocabulary(
    qualifiers=words(
        "Acoustic Agronomic Bilingual Cardiac Ceramic Coastal Digital Dental Ecological Elevator "
        "Financial Forest Geothermal Harbor Hydraulic Industrial Laser Library Maritime Medical "
        "Municipal Nautical Optical Orbital Pediatric Postal Quality Railway Regional Robotics "
        "Rural Seismic Solar Structural Textile Thermal Urban Veterinary Volcanic Wireless"
    ),
    roles=(
        "Analysts", "Architects", "Coordinators", "Counselors", "Drafters and Surveyors",
        "Economists", "Engineers", "Fabricators", "Inspectors", "Instructors, Postsecondary",
        "Managers", "Mechanics", "Operators", "Planners", "Researchers", "Scientists",
        "Supervisors", "Technicians", "Technologists, Except Engineers", "Therapists",
    ),
    openings=words(
        "Adjust Approve Arrange Assess Calibrate Compare Conduct Confirm Consult Describe "
        "Determine Draft Estimate Install Investigate Measure Negotiate Organize Repair Schedule"
    ),
    phrases=(
        "equipment against the manufacturer's limits,", "the results of laboratory trials",
        "with customers and suppliers", "according to safety regulations,", "and keep a log",
        "for patients who need further care", "before work on the site begins,", "cost estimates",
        "using maps, drawings or photographs", "so that delays are avoided",
        "samples of soil, water and air", "together with other departments,",
        "and report faults to the owner", "software that monitors the network",
        "in schools, clinics or libraries", "contracts, invoices and warranties",
    ),
    spice=(
        "caf\u00e9 staff", "\u201cfirst aid\u201d", "M\u0101ori wh\u0101nau", "\u65e5\u672c\u8a9e",
        "caf" + E_ACUTE + "s", "and" + SLASH + "or", "client" + APOSTROPHE + "s", "team " + GRIN,
        '"as agreed"', "tab\there", "line\nbreak", "back\\slash",
    ),
)

JAPANESE = Vocabulary(
    qualifiers=(
        "医療", "航空", "農業", "電気", "機械", "情報", "環境", "都市", "海洋", "化学", "建築",
        "教育", "金融", "食品", "鉄道", "地質", "統計", "物流", "放送", "エネルギー", "ソフトウェア",
    ),
    roles=("技術者", "研究員", "管理者", "教員", "検査員", "設計士", "相談員", "分析担当者", "オペレーター"),
    openings=("図面を確認し", "利用者と相談し", "試料を採取し", "機器を点検し", "計画を立て", "記録を整理し"),
    phrases=(
        "、作業の安全を確かめる", "、結果を関係部署へ報告する", "、費用と期間を見積もる",
        "、必要な材料を注文する", "、新しい職員に手順を教える", "、故障の原因を調べて直す",
        "、データを集めて比較する", "、改善のための提案をまとめる",
    ),
    spice=(),
    joint="",
)

MACRON = Vocabulary(
    qualifiers=(
        "hauora", "mātauranga", "pūtaiao", "hangarau", "ahuwhenua", "pāpāho", "pūtea", "tāone",
        "waka rererangi", "kōrero", "whānau", "rākau", "wāhi mahi", "pūkaha", "ngā tamariki",
    ),
    roles=("Kaiako", "Kaimahi", "Kaiwhakahaere", "Kaihoahoa", "Kairangahau", "Kaitiaki"),
    openings=("Ka āwhina", "Ka whakahaere", "Ka tātari", "Ka whakarite", "Ka tūhono", "Ka pānui"),
    phrases=(
        "i ngā tāngata katoa o te wāhi mahi,", "me ngā rōpū ā-rohe,", "i te pūrongo ā-tau,",
        "kia mārama ai ngā ākonga,", "i ngā tukanga hou o te pakihi,", "ki te taha o ngā tākuta,",
        "i ngā rauemi pāngarau,", "mō te oranga o ngā whānau,",
    ),
    spice=(),
)
