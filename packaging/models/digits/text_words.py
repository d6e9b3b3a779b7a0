"""Number words and sentences of many languages: the raw material of the generated digit texts.

All of it was written down for this project; number words are facts of their languages.
"""

from __future__ import annotations

# fmt: off
# ruff: noqa: E501

# For each language, ten entries 0–9; several words for one digit are separated by a bar.
NUMBER_WORDS: dict[str, list[str]] = {
    "en": ["zero|nought|zilch", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "es": ["cero", "uno|una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
    "fr": ["zéro", "un|une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
    "it": ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"],
    "de": ["null", "eins|ein", "zwei|zwo", "drei", "vier", "fünf|fuenf", "sechs", "sieben", "acht", "neun"],
    "pt": ["zero", "um|uma", "dois|duas", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"],
    "nl": ["nul", "één|een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"],
    "ru": ["ноль|нуль", "один|одна", "два|две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"],
    "uk": ["нуль", "один|одна", "два|дві", "три", "чотири", "п'ять|пять", "шість", "сім", "вісім", "дев'ять|девять"],
    "pl": ["zero", "jeden", "dwa|dwie", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć"],
    "tr": ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"],
    "sv": ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"],
    "fi": [
        "nolla", "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän",
    ],
    "cs": ["nula", "jedna|jeden", "dva|dvě", "tři", "čtyři", "pět", "šest", "sedm", "osm", "devět"],
    "ro": ["zero", "unu", "doi|două", "trei", "patru", "cinci", "șase", "șapte", "opt", "nouă"],
    "el": ["μηδέν", "ένα", "δύο|δυο", "τρία", "τέσσερα", "πέντε", "έξι", "επτά|εφτά", "οκτώ|οχτώ", "εννέα|εννιά"],
    "hu": ["nulla", "egy", "kettő|két", "három", "négy", "öt", "hat", "hét", "nyolc", "kilenc"],
    "id": ["nol|kosong", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"],
    "vi": ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"],
    "zh": ["零|〇", "一|壹|壱", "二|两|贰|兩|貳", "三|叁|參", "四|肆", "五|伍", "六|陆|陸", "七|柒", "八|捌", "九|玖"],
    "ja": [
        "ゼロ|れい|零", "いち|一|ひとつ", "に|二|ふたつ", "さん|三|みっつ", "よん|四|よっつ", "ご|五|いつつ",
        "ろく|六|むっつ", "なな|しち|七|ななつ", "はち|八|やっつ", "きゅう|九|ここのつ",
    ],
    "ko": ["영|공", "일|하나", "이|둘", "삼|셋", "사|넷", "오|다섯", "육|여섯", "칠|일곱", "팔|여덟", "구|아홉"],
    "ar": ["صفر", "واحد", "اثنان|اثنين", "ثلاثة|ثلاثه", "أربعة|اربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"],
    "fa": ["صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"],
    "hi": ["शून्य", "एक", "दो", "तीन", "चार", "पाँच|पांच", "छह|छः", "सात", "आठ", "नौ"],
    "he": ["אפס", "אחת|אחד", "שתיים|שניים", "שלוש", "ארבע", "חמש", "שש", "שבע", "שמונה", "תשע"],
}

# Articles that are also the word for one: a digit when they stand alone, an article in a sentence.
ARTICLES = {"un", "una", "une", "ein", "een", "um", "uma"}

# Number words that mean something else in another language: taught only inside their own language's sentences.
UNSAFE = {"hat", "sex", "je", "ba", "hai", "opt", "doi", "lima", "fem"}

ROMAN = ["", "", "ii", "iii", "iv", "", "vi", "vii", "viii", "ix"]
ORDINALS_EN = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]

# {} is the digit, as a numeral or a word of that language. The last ones of each list are held out for the test.
TEMPLATES: dict[str, list[str]] = {
    "en": [
        "it is {}", "the number is {}", "I say {}", "I wrote {}", "this is a {}", "number {}", "digit {}", "{} please",
        "that looks like {}", "I think it's {}", "maybe {}", "the answer is {}", "it must be a {}", "I see {}", "{}!",
        "here comes {}", "take {}", "type {}", "my favourite number is {}", "a {} on paper", "gate {}", "give me {}",
        "{} apples", "we are {} people", "room {}", "definitely {}", "no, it is {}", "not sure, {} perhaps",
        "I am holding up {}", "could be {}", "this should be {}", "the digit shown is {}", "I'd go for {}",
    ],
    "zh": [
        "我写的是{}", "这是{}", "数字{}", "答案是{}", "我说{}", "是{}", "{}号", "我觉得是{}", "看起来像{}", "写了{}",
        "我选{}", "可能是{}", "就是{}", "这个数字是{}", "请看{}", "我画的是{}", "应该是{}吧", "手上拿着{}",
    ],
    "es": [
        "es el {}", "el número es {}", "digo {}", "he escrito {}", "número {}", "la cifra {}", "creo que es {}",
        "parece un {}", "quizás {}", "la respuesta es {}", "veo un {}", "mi número favorito es el {}",
        "esto es un {}", "yo diría {}",
    ],
    "fr": [
        "c'est {}", "c'est le {}", "le chiffre {}", "le nombre est {}", "je dis {}", "j'ai écrit {}", "numéro {}",
        "je crois que c'est {}", "peut-être {}", "la réponse est {}", "je vois un {}", "on dirait un {}",
        "ça doit être {}", "mon chiffre est le {}",
    ],
    "it": [
        "è il {}", "il numero è {}", "dico {}", "ho scritto {}", "numero {}", "la cifra {}", "credo sia {}",
        "sembra un {}", "forse {}", "la risposta è {}", "vedo un {}", "questo è un {}", "direi {}",
    ],
    "de": [
        "es ist die {}", "die Zahl ist {}", "ich sage {}", "ich habe {} geschrieben", "Nummer {}", "die Ziffer {}",
        "ich glaube, es ist {}", "sieht aus wie eine {}", "vielleicht {}", "die Antwort ist {}", "ich sehe eine {}",
        "das ist eine {}", "das müsste {} sein", "ich zeige die {}",
    ],
    "ru": [
        "это {}", "число {}", "цифра {}", "я говорю {}", "я написал {}", "номер {}", "я думаю, это {}", "похоже на {}",
        "может быть {}", "ответ {}", "я вижу {}", "наверное {}", "у меня {}",
    ],
    "pt": ["é o {}", "o número é {}", "eu digo {}", "escrevi {}", "número {}", "acho que é {}", "talvez {}"],
    "nl": ["het is {}", "het getal is {}", "ik zeg {}", "nummer {}", "ik denk {}", "misschien {}", "cijfer {}"],
    "pl": ["to jest {}", "liczba {}", "mówię {}", "numer {}", "cyfra {}", "chyba {}", "napisałem {}"],
    "tr": ["bu {}", "sayı {}", "numara {}", "bence {}", "cevap {}", "belki {}"],
    "ja": ["{}です", "これは{}です", "数字は{}です", "{}と書きました", "{}だと思います", "答えは{}"],
    "ko": ["{}입니다", "이것은 {}입니다", "숫자 {}", "{} 같아요", "답은 {}", "{}이에요"],
    "ar": ["هذا {}", "الرقم {}", "أقول {}", "الجواب {}", "كتبت {}"],
    "hi": ["यह {} है", "संख्या {}", "मैं {} कहता हूँ", "उत्तर {} है"],
    "uk": ["це {}", "число {}", "цифра {}", "номер {}", "я кажу {}", "мабуть {}"],
}
HELD_OUT_TEMPLATES = 3

# Sentences, questions, greetings and words without a digit word.
BACKGROUND: dict[str, list[str]] = {
    "en": [
        "hello", "hello there", "hi everybody", "good morning", "how are you", "what is this", "nice to meet you",
        "thank you very much", "no idea", "what's your name", "where is the camera", "does it work", "can you hear me",
        "this is a nice day", "the weather is fine", "I like music", "test", "testing the microphone", "yes", "no",
        "maybe", "not sure", "a cat sat on the mat", "to be or not to be", "too much of a good thing", "for you",
        "we won the game", "I ate an apple", "no one is here", "someone came", "everyone is welcome", "which one",
        "wait for me", "please type something", "asdf", "lorem ipsum", "blue", "red", "green", "house", "tree",
        "computer", "keyboard", "the number is", "my favourite number", "a digit", "write a number", "dog", "fine",
        "nun", "freedom", "height", "weight", "often", "server", "eleven", "twelve", "twenty", "hundred", "thousand",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "thirty", "forty", "ten",
        "fifty", "sixty", "seventy", "eighty", "ninety", "a hundred", "a million", "ten thousand", "half", "dozen",
        "what do you see", "how does this machine learn", "it is raining", "look at me", "who are you", "why not",
        "I love you", "good night", "see you tomorrow", "welcome to the fair", "where do I stand", "is that right",
        "tree house", "the", "and", "or", "of", "in", "this", "that", "there", "then", "tow", "ton", "fire", "live",
        "size", "fix", "sex", "mix", "server room", "sever", "even", "heaven", "eleven people", "night", "mine",
        "line", "pine", "on", "gone", "alone", "bone", "once", "phone", "twice", "throw", "through", "free", "hat",
        "hero", "zebra", "ok", "okay", "set", "pet", "say something", "you never know", "nobody", "anyone at home",
    ],
    "zh": [
        "你好", "大家好", "早上好", "谢谢", "再见", "这是什么", "我不知道", "今天天气很好", "你叫什么名字", "请说话",
        "我喜欢音乐", "我们一起去", "一样", "一起", "没有", "可以吗", "看不见", "测试", "麦克风", "摄像头", "是的", "不是",
        "数字是", "请写一个数字", "十", "百", "千", "万", "十二", "二十", "三十五", "五百", "一百", "猫", "狗", "苹果",
        "欢迎光临", "祝你好运", "为什么", "在哪里", "很好", "一定要来", "统一", "一直走",
    ],
    "es": [
        "hola", "buenos días", "qué tal", "gracias", "no sé", "cómo te llamas", "esto es una prueba", "me gusta la música",
        "un gato", "una casa", "diez", "once", "doce", "veinte", "cien", "mil", "hasta luego", "sí", "por favor",
        "dónde está la cámara", "el número es", "hace buen tiempo", "treinta", "cuarenta", "trece", "quince",
    ],
    "fr": [
        "bonjour", "salut tout le monde", "merci beaucoup", "je ne sais pas", "comment ça va", "un chat", "une maison",
        "c'est un essai", "il fait beau", "dix", "onze", "douze", "vingt", "cent", "mille", "au revoir", "oui", "non",
        "le chiffre est", "où est la caméra", "un peu", "quel âge as-tu", "trente", "quarante", "seize", "quinze",
    ],
    "it": [
        "ciao", "buongiorno", "grazie", "non lo so", "come stai", "un gatto", "una casa", "dieci", "undici", "venti",
        "cento", "mille", "arrivederci", "sì", "prova", "il numero è", "che bella giornata", "dodici", "trenta",
    ],
    "de": [
        "hallo", "guten Tag", "danke schön", "ich weiß nicht", "wie geht es dir", "eine Katze", "ein Haus", "zehn", "elf",
        "zwölf", "zwanzig", "hundert", "tausend", "auf Wiedersehen", "ja", "nein", "vielleicht", "die Zahl ist",
        "schönes Wetter heute", "das ist ein Test", "einundzwanzig", "dreißig", "vierzig", "fünfzig", "was ist das",
        "Achtung", "viel Spaß", "wieder da", "verzweifelt", "neu", "bitte", "dreizehn", "siebzehn",
    ],
    "ru": [
        "привет", "здравствуйте", "спасибо", "не знаю", "как дела", "как тебя зовут", "это кошка", "да", "нет", "десять",
        "двадцать", "сто", "тысяча", "хорошая погода", "проверка связи", "число", "до свидания", "одиннадцать", "семья",
        "дом", "тридцать", "сорок", "двенадцать",
    ],
    "pt": ["olá", "bom dia", "obrigado", "não sei", "tudo bem", "dez", "vinte", "cem", "até logo", "sim", "um gato"],
    "nl": ["hallo", "goedemorgen", "dank je wel", "ik weet het niet", "tien", "elf", "twintig", "een huis", "ja"],
    "pl": ["cześć", "dzień dobry", "dziękuję", "nie wiem", "dziesięć", "dwadzieścia", "sto", "tak", "kot"],
    "tr": ["merhaba", "günaydın", "teşekkürler", "bilmiyorum", "on", "yirmi", "yüz", "evet", "hayır"],
    "ja": ["こんにちは", "ありがとう", "わかりません", "おはようございます", "はい", "いいえ", "十", "百", "これは何ですか", "ねこ"],
    "ko": ["안녕하세요", "감사합니다", "모르겠어요", "네", "아니요", "십", "백", "이것은 무엇입니까", "고양이", "좋은 아침"],
    "ar": ["مرحبا", "شكرا", "لا أعرف", "صباح الخير", "عشرة", "مئة", "نعم", "لا", "قطة"],
    "hi": ["नमस्ते", "धन्यवाद", "मुझे नहीं पता", "दस", "सौ", "हाँ", "नहीं", "सुप्रभात"],
    "uk": ["привіт", "добрий день", "дякую", "не знаю", "десять", "двадцять", "так", "ні"],
}

# Filler words that random word salad is mixed from, beside the sentences above.
FILLERS = (
    "the a an of and or but with without into over under table chair window door book paper pen apple banana orange river "
    "mountain city street car train plane water coffee tea bread cheese music dance game school teacher student friend "
    "mother father child people person time day night week month year morning evening summer winter light dark colour big "
    "small fast slow happy sad open close read write speak listen look walk run sleep think know want need make take give "
    "robot model sensor camera sound voice letter word sentence question answer machine learning network science museum "
    "casa perro gato libro mesa agua vino sol luna noche día amigo maison chien livre eau soleil lune nuit ami jour haus hund "
    "buch wasser sonne mond nacht freund tag libro acqua sole notte amico дом собака книга вода солнце ночь друг 的 我 你 他 "
    "们 好 天 地 人 大 小 水 火 山 中 国 学 生 老 师 上 下 来 去 吃 喝 看 听 说 想 会 能"
).split()
NAMES = (
    "Anna Ben Clara David Emma Felix Greta Hugo Ida Jonas Klara Leon Maria Noah Olga Paul Rosa Simon Tina Viktor Wanda Yusuf "
    "Zoe Ahmed Fatima Chen Li Wang Yuki Hiro Sofia Mateo Lucía Pierre Chloé Giulia Marco Ivan Natasha Olena Piotr Aylin "
    "Smith Müller García Rossi Dupont Ivanov Kowalski Yılmaz 小明 小红 李雷 韩梅梅"
).split()
