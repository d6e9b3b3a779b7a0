"""What the three operators are called: the raw material of the generated operator texts.

All of it was written down for this project; words are facts of their languages.
"""

from __future__ import annotations

# fmt: off
# ruff: noqa: E501

OPERATORS = ("plus", "minus", "times")

SIGNS = (("+", "＋", "➕"), ("-", "−", "–", "－", "➖"), ("×", "*", "·", "✕", "✖", "x", "X", "⋅"))
"""Signs that stand for each operator."""

STRANGE_SIGNS = ("÷", "/", "=", "%", "^", "√", "±", "<", ">")
"""Signs that stand for none; beside another sign they make the text two things at once."""

SYMBOLS = "+➕-−–➖×*·✕✖⋅÷/=%^√±<>"
"""All of these but letters, in NFKC form: what the encoder takes for words of their own."""

# For each language, what plus, minus and times are called; several words are separated by bars.
WORDS: dict[str, tuple[str, str, str]] = {
    "en": ("plus|add|added to|adding|addition|sum", "minus|subtract|subtracted|subtraction|difference|take away",
           "times|multiply|multiplied by|multiply by|multiplication|product"),
    "zh": ("加|加上|加法|相加|加號", "减|减去|减法|相减|減|減去|減法|减号", "乘|乘以|乘上|乘法|相乘|乘號"),
    "es": ("más|mas|sumar|suma|sumado", "menos|restar|resta|restado", "por|multiplicar|multiplicado por|multiplicación|veces"),
    "fr": ("plus|ajouter|additionner|addition|somme", "moins|soustraire|soustraction|différence|retrancher",
           "fois|multiplier|multiplié par|multiplication|produit"),
    "de": ("plus|addieren|addiert|Addition|Summe|addiere", "minus|weniger|subtrahieren|subtrahiert|Subtraktion|Differenz|abziehen",
           "mal|multiplizieren|multipliziert mit|Multiplikation|Produkt|malnehmen"),
    "it": ("più|piu|sommare|somma|addizione|aggiungere", "meno|sottrarre|sottrazione|differenza", "per|moltiplicare|moltiplicato per|moltiplicazione|volte|prodotto"),
    "pt": ("mais|somar|soma|adição|adicionar", "menos|subtrair|subtração|diferença", "vezes|multiplicar|multiplicado por|multiplicação|produto"),
    "nl": ("plus|optellen|som|erbij", "min|minus|aftrekken|verschil", "keer|maal|vermenigvuldigen|vermenigvuldigd met|product"),
    "ru": ("плюс|прибавить|сложить|сложение|сумма", "минус|вычесть|отнять|вычитание|разность", "умножить|умножить на|умножение|помножить|произведение"),
    "uk": ("плюс|додати|додавання|сума", "мінус|відняти|віднімання|різниця", "помножити|помножити на|множення|добуток"),
    "pl": ("plus|dodać|dodaj|dodawanie|suma", "minus|odjąć|odejmij|odejmowanie|różnica", "razy|pomnożyć|mnożenie|pomnożone przez|iloczyn"),
    "cs": ("plus|přičíst|sečíst|sčítání|součet", "minus|mínus|odečíst|odčítání|rozdíl", "krát|násobit|násobeno|násobení|součin"),
    "sk": ("plus|pripočítať|sčítanie|súčet", "mínus|odčítať|odčítanie|rozdiel", "krát|násobiť|násobenie|súčin"),
    "sl": ("plus|prišteti|seštevanje|vsota", "minus|odšteti|odštevanje|razlika", "krat|množiti|množenje|zmnožek"),
    "hr": ("plus|zbrojiti|zbrajanje|zbroj", "minus|oduzeti|oduzimanje|razlika", "puta|pomnožiti|množenje|umnožak"),
    "sr": ("плус|сабрати|сабирање|збир", "минус|одузети|одузимање|разлика", "пута|помножити|множење|производ"),
    "bg": ("плюс|събери|събиране|сбор", "минус|извади|изваждане|разлика", "по|умножи|умножено по|умножение|произведение"),
    "sv": ("plus|addera|addition|summa", "minus|subtrahera|subtraktion|skillnad|differens", "gånger|multiplicera|multiplicerat med|multiplikation|produkt"),
    "no": ("pluss|addere|addisjon|sum", "minus|subtrahere|subtraksjon|differanse", "ganger|gange|multiplisere|multiplikasjon|produkt"),
    "da": ("plus|addere|addition|sum", "minus|subtrahere|subtraktion|differens", "gange|multiplicere|multiplikation|produkt"),
    "fi": ("plus|plussa|lisää|yhteenlasku|summa", "miinus|vähennä|vähennyslasku|erotus", "kertaa|kerro|kertolasku|tulo"),
    "et": ("pluss|liida|liitmine|summa", "miinus|lahuta|lahutamine|vahe", "korda|korruta|korrutamine|korrutis"),
    "lv": ("plus|pluss|saskaitīt|saskaitīšana|summa", "mīnus|atņemt|atņemšana|starpība", "reiz|reizināt|reizināšana|reizinājums"),
    "lt": ("plius|pridėti|sudėtis|suma", "minus|atimti|atimtis|skirtumas", "kart|padauginti|dauginti|daugyba|sandauga"),
    "hu": ("plusz|hozzáad|összeadás|összeg", "mínusz|kivon|kivonás|különbség", "szorozva|szoroz|szorzás|szorzat"),
    "ro": ("plus|adună|adunare|sumă", "minus|scade|scădere|diferență", "ori|înmulțit cu|înmulțire|produs"),
    "el": ("συν|πρόσθεσε|πρόσθεση|άθροισμα", "μείον|πλην|αφαίρεσε|αφαίρεση|διαφορά", "επί|φορές|πολλαπλασίασε|πολλαπλασιασμός|γινόμενο"),
    "tr": ("artı|topla|toplama|toplam", "eksi|çıkar|çıkarma|fark", "çarpı|kere|kez|çarp|çarpma|çarpım"),
    "id": ("tambah|ditambah|penjumlahan|jumlah", "kurang|dikurangi|minus|pengurangan|selisih", "kali|dikali|perkalian"),
    "ms": ("tambah|campur|penambahan", "tolak|ditolak|penolakan", "darab|didarab|pendaraban"),
    "vi": ("cộng|phép cộng|thêm", "trừ|phép trừ|bớt", "nhân|phép nhân|lần"),
    "ja": ("たす|足す|プラス|足し算|加算", "ひく|引く|マイナス|引き算|減算", "かける|掛ける|かけ算|掛け算|乗算"),
    "ko": ("더하기|플러스|덧셈|더한다", "빼기|마이너스|뺄셈|뺀다", "곱하기|곱셈|곱한다"),
    "ar": ("زائد|جمع|اجمع|الجمع", "ناقص|طرح|اطرح|الطرح", "ضرب|اضرب|مضروب في|الضرب"),
    "fa": ("به علاوه|بعلاوه|جمع", "منها|منهای|تفریق", "ضرب|ضرب در|ضربدر"),
    "he": ("ועוד|פלוס|חיבור|לחבר", "פחות|מינוס|חיסור|לחסר", "כפול|כפל|לכפול"),
    "hi": ("जोड़|जमा|धन|जोड़ना", "घटा|घटाव|घटाना|ऋण", "गुणा|गुना|गुणा करना"),
    "sw": ("jumlisha|kujumlisha|ongeza", "toa|kutoa|kasoro", "zidisha|kuzidisha|mara"),
    "ca": ("més|sumar|suma|sumat", "menys|restar|resta", "per|multiplicar|multiplicat per|vegades"),
    "gl": ("máis|sumar|suma", "menos|restar|resta", "por|multiplicar|multiplicado por|veces"),
    "eu": ("gehi|batu|batuketa", "ken|kendu|kenketa", "bider|biderkatu|biderketa"),
    "cy": ("plws|adio", "minws|tynnu", "lluosi|gwaith"),
    "eo": ("plus|adicii|adicio", "minus|subtrahi|subtraho", "oble|multipliki|multipliko"),
    "af": ("plus|optel|bytel", "minus|aftrek", "maal|vermenigvuldig"),
    "sq": ("plus|shto|mbledhje", "minus|zbrit|zbritje", "herë|shumëzo|shumëzim"),
    "is": ("plús|leggja saman|samlagning", "mínus|draga frá|frádráttur", "sinnum|margfalda|margföldun"),
    "tl": ("dagdag|idagdag|dagdagan", "bawas|ibawas|bawasan", "beses|paramihin"),
    "az": ("üstəgəl|topla|toplama", "çıx|çıxma", "vur|vurma"),
    "kk": ("қосу|қос", "азайту|алу", "көбейту|көбейт"),
    "hy": ("գումարած|գումարել", "հանած|հանել", "բազմապատկած|բազմապատկել"),
    "ka": ("პლუს|მიმატება|შეკრება", "მინუს|გამოკლება", "გამრავლება|გამრავლებული"),
}

# Everyday words of some language: an operator alone or among numbers, not in a sentence.
UNSAFE = set(
    "más mas menos por veces per mais vezes plus moins fois mal weniger meno più piu volte som erbij min keer maal verschil "
    "puta krát krat razy по пута kertaa kerro tulo lisää erotus korda vahe reiz kart ori scade artı eksi kere kez fark topla çıkar "
    "kali kurang jumlah tambah tolak campur thêm bớt lần nhân trừ cộng toa mara ongeza més menys vegades ken batu gehi gwaith "
    "gange ganger gånger product produkt produit produto prodotto produs produkt difference différence diferencia skillnad "
    "sum suma summa soma somma somme resta add times take away beses dagdag bawas shto herë vur çıx алу қос عدد جمع منها ناقص "
    "धन जमा ऋण घटा गुना συν επί πλην φορές διαφορά и на".split()
)

# Other operations, and words that ask for a result: known as nothing.
STRANGE_WORDS = (
    "divide|divided by|division|over|modulo|mod|power|to the power of|squared|square root|root|equals|equal|is|result|"
    "average|percent|half|double|factorial|logarithm|sine|and|or|not|geteilt|geteilt durch|dividiert|durch|hoch|Wurzel|gleich|"
    "Division|divisé par|diviser|puissance|racine|égal|dividido por|dividir|entre|igual|raíz|potencia|diviso|dividere|uguale|"
    "gedeeld door|delen|gelijk|разделить|делить|деление|равно|степень|корень|поділити|ділення|podzielić|dzielenie|równa się|"
    "děleno|dělit|rovná se|delat med|dividera|lika med|jaettuna|on yhtä kuin|osztva|egyenlő|împărțit la|egal|διά|ίσον|bölü|"
    "eşittir|dibagi|bagi|sama dengan|chia|bằng|除|除以|除法|等于|平方|割る|わる|割り算|イコール|나누기|나눗셈|는|قسمة|يساوي|تقسیم|"
    "חלקי|חילוק|भाग|बराबर|gawa|zatiketa|rhannu|operator|calculate|compute|number|numbers|count|math|calculator|rechnen|calcul"
).split("|")

BEYOND_NINE = (
    "ten|eleven|twelve|thirteen|twenty|fifty|hundred|thousand|zehn|elf|zwölf|zwanzig|hundert|dix|onze|douze|vingt|cent|"
    "diez|once|doce|veinte|cien|dieci|undici|dodici|venti|cento|десять|двадцать|сто|十|百|千|dez|vinte|tien|twintig|honderd|tio|tjugo"
).split("|")

# {} is the operator. The last two of each list are held out for the test.
FRAMES: dict[str, list[str]] = {
    "en": ["{} please", "press {}", "the operator is {}", "I typed {}", "use {}", "do {}", "let's try {}", "now {}", "it says {}",
           "we take {}", "the sign is {}", "choose {}", "please {} them", "then {}", "I want {}"],
    "de": ["bitte {}", "nimm {}", "das Zeichen ist {}", "die Rechenart ist {}", "jetzt {}", "wir rechnen {}", "ich tippe {}", "{} bitte", "hier steht {}"],
    "fr": ["fais {}", "le signe {}", "l'opération est {}", "maintenant {}", "je tape {}", "choisis {}", "on prend {}"],
    "es": ["usa {}", "el signo es {}", "la operación es {}", "ahora {}", "escribo {}", "elige {}", "toma {}"],
    "it": ["usa {}", "il segno è {}", "l'operazione è {}", "adesso {}", "scrivo {}", "scegli {}"],
    "pt": ["usa {}", "o sinal é {}", "a operação é {}", "agora {}", "escolhe {}", "escrevo {}"],
    "nl": ["doe {}", "het teken is {}", "nu {}", "kies {}", "ik typ {}", "neem {}"],
    "ru": ["знак {}", "операция {}", "сейчас {}", "выбери {}", "пишу {}", "действие {}"],
    "pl": ["znak {}", "użyj {}", "teraz {}", "wybierz {}", "piszę {}"],
    "sv": ["använd {}", "tecknet är {}", "nu {}", "välj {}", "jag skriver {}"],
    "tr": ["{} kullan", "işaret {}", "şimdi {}", "{} seç", "yazdım {}"],
    "zh": ["请用{}", "运算是{}", "现在{}", "我选{}", "用{}吧", "这是{}"],
}

# Texts in which an operator's word means something else, or there are others.
EVERYDAY = """
gracias por todo|por favor ayúdame|por la mañana|por qué no|es más grande|más o menos|nada más|muchas veces|a veces pienso
plus tard|il n'y a plus de lait|non plus|de plus en plus|au moins une pomme|une fois par an|il était une fois|encore une fois
mal sehen|noch einmal|manchmal regnet es|schau mal her|weniger Zucker bitte|das ist ein gutes Produkt|plus Size Mode
per favore|per esempio|grazie per tutto|di più|più tardi|meno male|due volte al giorno|a volte
mais tarde|mais ou menos|às vezes|muitas vezes|por favor|um pouco mais de água
the New York Times|in modern times|times have changed|good times|Google Plus|a big plus for us|add me as a friend|add some salt
take it away|take away coffee|a good product|what a difference|the difference is small|the sum of money|minus the sauce|many times
nog een keer|drie keer per week|wat is het verschil|som van de delen|mijn min of meer|het product is goed|erbij zijn
много раз|по дороге домой|по утрам|сумма денег большая|плюсы и минусы|произведение искусства|сложить вещи
wiele razy|ile razy mam mówić|plusy i minusy|minus jest taki|wielka różnica
många gånger|tack för alla gånger|stor skillnad|plus en sak till|produkten är bra
bir kere daha|iki kez gittim|çok fark var|topla eşyaları|artı puan|eksi derece
sekali lagi|tambah nasi|kurang tidur|jumlah orang banyak|tolak pintu|berapa kali
加油|加拿大|参加|增加|减肥|减少|乘客|乘车|乘坐地铁|加班|减价
かける人|電話をかける|風邪をひく|足すくむ|プラスチック|ピアノをひく
더운 날|빼빼로|곱슬머리|जमा पूंजी|धन दौलत|जोड़ों का दर्द|घटा छाई है
nhân viên|một lần nữa|thêm cơm|trừ khi|công viên|cộng đồng
في البيت|جمع المال|ضرب الباب|طرح سؤال|به خانه|جمع شدن
לכבוד שבת|פחות או יותר|עוד מעט|κατά τη διαφορά|συν τοις άλλοις|επί τόπου|πολλές φορές
plusieurs amis|surplus|multiplex cinema|minor detail|minute|additional info|sometimes|Timothy|subway|multitude|adder|summer|minuscule
permanent|person|Maja|Malta|Mina|Maria|porta|port|report|portal|masa|masala|Moinsel
""".replace("\n", "|").strip("|").split("|")
# fmt: on
