"""Number words of further languages and writing systems: known when they stand alone.

Those of some eighty languages are CLDR's (RBNF spell-out rules, Unicode licence), read through ICU (PyICU) when the
model is rebuilt. What CLDR lacks, romanised forms and other figures were written down here; they are facts of their
languages. Where a word is a digit in one language and something else in another, **the better known language wins**:
English first, then the other main languages, then those of ``NUMBER_WORDS``; "fire", "to" and "hat" are no digits.
"""

from __future__ import annotations

from functools import cache

import icu
from text_words import NUMBER_WORDS

# fmt: off
# ruff: noqa: E501

_WRITTEN: dict[str, str] = {
    "bn": "শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয়",
    "te": "సున్నా ఒకటి రెండు మూడు నాలుగు ఐదు ఆరు ఏడు ఎనిమిది తొమ్మిది",
    "kn": "ಸೊನ್ನೆ ಒಂದು ಎರಡು ಮೂರು ನಾಲ್ಕು ಐದು ಆರು ಏಳು ಎಂಟು ಒಂಬತ್ತು",
    "ml": "പൂജ്യം ഒന്ന് രണ്ട് മൂന്ന് നാല് അഞ്ച് ആറ് ഏഴ് എട്ട് ഒമ്പത്",
    "mr": "शून्य एक दोन तीन चार पाच सहा सात आठ नऊ",
    "gu": "શૂન્ય એક બે ત્રણ ચાર પાંચ છ સાત આઠ નવ",
    "pa": "ਸਿਫ਼ਰ ਇੱਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ",
    "ur": "صفر ایک دو تین چار پانچ چھ سات آٹھ نو",
    "si": "බිංදුව එක දෙක තුන හතර පහ හය හත අට නවය",
    "tg": "сифр як ду се чор панҷ шаш ҳафт ҳашт нуҳ",
    "uz": "nol bir ikki uch to'rt besh olti yetti sakkiz to'qqiz",
    "tt": "ноль бер ике өч дүрт биш алты җиде сигез тугыз",
    "mn": "тэг нэг хоёр гурав дөрөв тав зургаа долоо найм ес",
    "eu": "zero bat bi hiru lau bost sei zazpi zortzi bederatzi",
    "gl": "cero un dous tres catro cinco seis sete oito nove",
    "la": "nihil unus duo tres quattuor quinque sex septem octo novem",
    "gd": "neoni aon dhà trì ceithir còig sia seachd ochd naoi",
    "ga": "náid aon dó trí ceathair cúig sé seacht ocht naoi",
    "br": "mann unan daou tri pevar pemp c'hwec'h seizh eizh nav",
    "tl": "sero isa dalawa tatlo apat lima anim pito walo siyam",
    "jv": "nol siji loro telu papat lima enem pitu wolu sanga",
    "mi": "kore tahi rua toru whā rima ono whitu waru iwa",
    "haw": "ʻole ʻekahi ʻelua ʻekolu ʻehā ʻelima ʻeono ʻehiku ʻewalu ʻeiwa",
    "so": "eber kow laba saddex afar shan lix toddoba siddeed sagaal",
    "ha": "sifili ɗaya biyu uku huɗu biyar shida bakwai takwas tara",
    "zu": "unothi kunye kubili kuthathu kune kuhlanu isithupha isikhombisa isishiyagalombili isishiyagalolunye",
    "yo": "òdo ọ̀kan èjì ẹ̀ta ẹ̀rin àrún ẹ̀fà èje ẹ̀jọ ẹ̀sán",
    "ht": "zewo youn de twa kat senk sis sèt uit nèf",
    "ku": "sifir yek du sê çar pênc şeş heft heşt neh",
    "yi": "נול איינס צוויי דריי פיר פינף זעקס זיבן אכט ניין",
    "ia": "zero un duo tres quatro cinque sex septe octo nove",
    "katakana": "レイ イチ ニ サン ヨン ゴ ロク ナナ ハチ キュウ",
    "romaji": "rei ichi ni san yon go roku nana hachi kyuu",
    "romaji 2": "zero hitotsu futatsu mittsu yottsu itsutsu muttsu shichi yattsu kyu",
    "pinyin": "ling yi er san si wu liu qi ba jiu",
    "pinyin with tones": "líng yī èr sān sì wǔ liù qī bā jiǔ",
    "Korean, romanised": "yeong il i sam sa o yuk chil pal gu",
    "Korean, romanised 2": "gong hana dul set net daseot yeoseot ilgop yeodeol ahop",
    "Russian, romanised": "nol odin dva tri chetyre pyat shest sem vosem devyat",
    "Ukrainian, romanised": "nul odyn dva try chotyry pyat shist sim visim devyat",
    "Bulgarian, romanised": "nula edno dve tri chetiri pet shest sedem osem devet",
    "Greek, romanised": "miden ena dio tria tessera pente exi efta okto ennia",
    "Arabic, romanised": "sifr wahid ithnan thalatha arbaa khamsa sitta sabaa thamaniya tisaa",
    "Persian, romanised": "sefr yek do se chahar panj shesh haft hasht noh",
    "Hindi, romanised": "shunya ek do teen chaar paanch chhah saat aath nau",
    "Hebrew, romanised": "efes achat shtayim shalosh arba chamesh shesh sheva shmone tesha",
    "Thai, romanised": "suun neung song saam sii haa hok jet paet kao",
    "Tamil, romanised": "poojyam ondru irandu moondru naangu ainthu aaru ezhu ettu onbathu",
}

FIGURES = [
    "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "⓪①②③④⑤⑥⑦⑧⑨",
    "⓿❶❷❸❹❺❻❼❽❾", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "০১২৩৪৫৬৭৮৯", "๐๑๒๓๔๕๖๗๘๙", "௦௧௨௩௪௫௬௭௮௯", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "0፩፪፫፬፭፮፯፰፱", "〇〡〢〣〤〥〦〧〨〩",
]
"""Figures 0 to 9 of other scripts and shapes."""
# fmt: on

ARTICLE_LIKE = frozenset(
    "a an un una une uno uns ein eine einen einem einer eines een um uma en ett et ei én éin egy bir unu o un' ένα ένας "
    "μία μια एक یک 一 един една едно eden один одна одно один jeden jedna jedno ena en".split()
)
"""Words for one that are mostly something else inside a sentence: no digit there, one where they stand alone."""


@cache
def further_words() -> dict[str, list[str]]:
    """Return, for each further language, ten entries as in ``NUMBER_WORDS``; a word that is another digit elsewhere is left out.

    An entry may be empty.
    """
    tables = {name: text.split() for name, text in _WRITTEN.items()}
    codes = {name.split("_")[0] for name in icu.Locale.getAvailableLocales()}
    for code in sorted(codes - set(NUMBER_WORDS)):
        spell = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(code))
        words = [spell.format(digit) for digit in range(10)]
        english = words[3] == "three" and code != "en"
        if not english and not any(character.isdigit() for character in words[3]):
            tables.setdefault(code, words)
    taken: dict[str, int] = {}
    for entries in NUMBER_WORDS.values():
        taken |= {word.casefold(): digit for digit, entry in enumerate(entries) for word in entry.split("|")}
    result: dict[str, list[str]] = {}
    for name, words in tables.items():
        kept = []
        for digit, word in enumerate(words):
            plain = word.casefold()
            kept.append(word if len(words) == 10 and taken.setdefault(plain, digit) == digit else "")
        result[name] = kept
    return result
