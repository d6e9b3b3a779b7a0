"""The things, the ImageNet classes each is seen as, and what it is called.

The names of ten languages were written down for this project: they are facts of their languages. Those of all others
are read from CLDR's annotations, the names of emoji, by `text_data`.
"""

from __future__ import annotations

from dataclasses import dataclass

# fmt: off
# ruff: noqa: E501


@dataclass(frozen=True, slots=True)
class Thing:
    """One class of the model.

    Attributes:
        label: Its name on screen.
        rows: The ImageNet classes that count as it, by index.
        emoji: Emoji whose CLDR names are its names.
        names: By language, what it is called, several names separated by a bar; the first is the commonest.
    """

    label: str
    rows: tuple[int, ...]
    emoji: str
    names: dict[str, str]


LANGUAGES = ("en", "de", "es", "fr", "it", "pt", "nl", "pl", "ru", "zh")
"""Languages with names of our own, in the order of the table's columns; the voices speak these."""

_TABLE = """
bottle; 440 737 898 907; ; bottle|water bottle|flask|bottles; Flasche|Wasserflasche|Flaschen; botella|botella de agua|cantimplora; bouteille|gourde|bouteille d'eau; bottiglia|borraccia|bottiglietta; garrafa|garrafa de água; fles|waterfles|flesje; butelka|butelka wody|bidon; бутылка|бутылочка|фляга; 瓶子|水瓶|瓶|水壶
cup; 504 967 968; ; cup|mug|coffee cup|coffee mug|teacup|cups; Tasse|Becher|Kaffeetasse|Teetasse|Kaffeebecher; taza|tacita|taza de café; tasse|mug|tasse à café; tazza|tazzina|tazza da caffè; xícara|caneca|chávena; kopje|mok|beker|theekopje; kubek|filiżanka; чашка|кружка; 杯子|马克杯|茶杯|咖啡杯
phone; 487 590 605; 📱📞☎; phone|mobile phone|cell phone|smartphone|telephone|cellphone|mobile|phones; Handy|Telefon|Smartphone|Mobiltelefon; teléfono|móvil|celular|teléfono móvil; téléphone|smartphone|téléphone portable; telefono|cellulare|telefonino; telefone|celular|telemóvel; telefoon|mobieltje|mobiele telefoon; telefon|komórka|smartfon; телефон|смартфон|мобильник; 手机|电话|智能手机
banana; 954; 🍌; banana|bananas; Banane|Bananen; plátano|banana; banane|bananes; banana|banane; banana|bananas; banaan|bananen; banan|banany; банан|бананы; 香蕉
glasses; 836 837; 👓🕶; glasses|sunglasses|spectacles|eyeglasses|specs|shades; Brille|Sonnenbrille|Brillen; gafas|gafas de sol|lentes|anteojos; lunettes|lunettes de soleil; occhiali|occhiali da sole; óculos|óculos de sol; bril|zonnebril; okulary|okulary przeciwsłoneczne; очки|солнечные очки|солнцезащитные очки; 眼镜|墨镜|太阳镜
watch; 531 826; ⌚; watch|wristwatch|wrist watch|watches; Armbanduhr|Uhr; reloj|reloj de pulsera; montre|montre-bracelet; orologio|orologio da polso; relógio|relógio de pulso; horloge|polshorloge; zegarek|zegarek na rękę; часы|наручные часы; 手表|腕表
book; 917 921; 📖📕📗📘📙📚; book|books|paperback; Buch|Bücher|Taschenbuch; libro|libros; livre|livres|bouquin; libro|libri; livro|livros; boek|boeken; książka|książki; книга|книги|книжка; 书|书本|图书|书籍
keyboard; 508 810 878; ⌨; keyboard|computer keyboard|keyboards; Tastatur|Computertastatur; teclado|teclado de ordenador; clavier|clavier d'ordinateur; tastiera|tastiera del computer; teclado|teclado do computador; toetsenbord|computertoetsenbord; klawiatura|klawiatura komputerowa; клавиатура; 键盘|电脑键盘
mouse; 673; 🖱; mouse|computer mouse; Maus|Computermaus; ratón|ratón de ordenador; souris|souris d'ordinateur; mouse|mouse del computer; rato|mouse; muis|computermuis; myszka|mysz|myszka komputerowa; мышь|мышка|компьютерная мышь; 鼠标
laptop; 620 681; 💻; laptop|notebook computer|laptop computer|computer|laptops; Laptop|Notebook|Laptops; ordenador portátil|portátil|computadora portátil|computadora; ordinateur portable|ordinateur; computer portatile|portatile; computador portátil|computador|computador; laptop|notebook|draagbare computer; laptop|komputer przenośny; ноутбук|лэптоп; 笔记本电脑|电脑|手提电脑
remote control; 761; ; remote control|remote|TV remote; Fernbedienung; mando a distancia|control remoto; télécommande; telecomando; controle remoto|telecomando; afstandsbediening; pilot|pilot do telewizora; пульт|пульт управления|пульт дистанционного управления; 遥控器
pen; 418 563; 🖊🖋; pen|ballpoint pen|ballpoint|biro|fountain pen|pens; Kugelschreiber|Stift|Kuli|Füller; bolígrafo|boli|pluma; stylo|stylo à bille|stylos; penna|penna a sfera; caneta|canetas|esferográfica; balpen|pen|pennen; długopis|pióro; ручка|шариковая ручка|авторучка; 钢笔|圆珠笔|笔
backpack; 414; 🎒; backpack|rucksack|school bag|backpacks; Rucksack|Schulranzen|Ranzen; mochila|mochilas; sac à dos|cartable; zaino|zainetto; mochila|mochilas; rugzak|rugtas; plecak|tornister; рюкзак|портфель; 背包|书包|双肩包
umbrella; 879; ☂☔🌂; umbrella|umbrellas|brolly; Regenschirm|Schirm; paraguas|sombrilla; parapluie|parapluies; ombrello|ombrelli; guarda-chuva|sombrinha; paraplu|paraplu's; parasol|parasolka; зонт|зонтик; 雨伞|伞
wallet; 893; 👛; wallet|billfold|purse|wallets; Geldbörse|Brieftasche|Portemonnaie|Geldbeutel; cartera|billetera|monedero; portefeuille|porte-monnaie; portafoglio|portamonete; carteira|porta-moedas; portemonnee|portefeuille; portfel|portmonetka; кошелёк|бумажник|портмоне; 钱包|皮夹
shoe; 502 630 770 774; 👟👞👠👡; shoe|shoes|sneaker|sneakers|trainers; Schuh|Schuhe|Turnschuh; zapato|zapatos|zapatilla; chaussure|chaussures|soulier; scarpa|scarpe; sapato|sapatos|tênis; schoen|schoenen; but sportowy|buty|bucik; ботинок|туфля|кроссовка|обувь; 鞋|鞋子|运动鞋
teddy bear; 850; 🧸; teddy bear|teddy|stuffed bear; Teddybär|Teddy; osito de peluche|oso de peluche|peluche; ours en peluche|nounours; orsacchiotto|orsetto di peluche; ursinho de pelúcia|urso de pelúcia; teddybeer|knuffelbeer; pluszowy miś|miś; плюшевый мишка|плюшевый медведь; 泰迪熊|玩具熊
ball; 430 522 574 722 768 805 852 890; ⚽🏀🏐; ball|soccer ball|basketball|tennis ball|football|volleyball|balls; Ball|Fußball|Tennisball|Basketball; pelota|balón|pelota de tenis; ballon|balle|balle de tennis; palla|pallone|pallina; bola|bola de futebol; bal|voetbal|tennisbal; piłka|piłka nożna|piłeczka; мяч|мячик|футбольный мяч; 球|足球|篮球|网球
camera; 732 759; 📷📸; camera|photo camera|cameras; Kamera|Fotoapparat|Digitalkamera; cámara|cámara de fotos; appareil photo|caméra; macchina fotografica|fotocamera; câmera|máquina fotográfica|câmara; camera|fototoestel|fotocamera; aparat fotograficzny|aparat; фотоаппарат|камера|фотокамера; 照相机|相机
guitar; 402 546; 🎸; guitar|electric guitar|acoustic guitar|guitars; Gitarre|E-Gitarre; guitarra|guitarra eléctrica; guitare|guitare électrique; chitarra|chitarra elettrica; guitarra|violão; gitaar|elektrische gitaar; gitara|gitara elektryczna; гитара|электрогитара; 吉他|电吉他
microphone; 650; 🎤🎙; microphone|mic|microphones; Mikrofon|Mikro; micrófono|micro; microphone|micro; microfono|microfoni; microfone|microfones; microfoon|microfoons; mikrofon|mikrofony; микрофон|микрофоны; 麦克风|话筒
hammer; 587; 🔨; hammer|hammers; Hammer; martillo; marteau; martello; martelo; hamer; młotek; молоток; 锤子|榔头
screwdriver; 784; 🪛; screwdriver|screwdrivers; Schraubenzieher|Schraubendreher; destornillador; tournevis; cacciavite|giravite; chave de fenda; schroevendraaier; śrubokręt|wkrętak; отвёртка|отвертка; 螺丝刀|改锥
orange; 950; 🍊; orange|oranges; Orange|Apfelsine; naranja|naranjas; orange|oranges; arancia|arance; laranja|laranjas; sinaasappel|sinaasappels; pomarańcza|pomarańcze; апельсин|апельсины; 橙子|橘子
lemon; 951; 🍋; lemon|lemons; Zitrone|Zitronen; limón|limones; citron|citrons; limone|limoni; limão|limões; citroen|citroenen; cytryna|cytryny; лимон|лимоны; 柠檬
apple; 948; 🍎🍏; apple|apples|green apple; Apfel|Äpfel; manzana|manzanas; pomme|pommes; mela|mele; maçã|maçãs; appel|appels; jabłko|jabłka; яблоко|яблоки; 苹果
pineapple; 953; 🍍; pineapple|pineapples; Ananas; piña|ananá; ananas; ananas; abacaxi|ananás; ananas; ananas; ананас|ананасы; 菠萝|凤梨
strawberry; 949; 🍓; strawberry|strawberries; Erdbeere|Erdbeeren; fresa|frutilla|fresas; fraise|fraises; fragola|fragole; morango|morangos; aardbei|aardbeien; truskawka|truskawki; клубника|земляника; 草莓
spoon; 618 910; 🥄; spoon|wooden spoon|spoons|ladle; Löffel|Kochlöffel|Holzlöffel; cuchara|cuchara de madera|cucharón; cuillère|cuillère en bois|louche; cucchiaio|cucchiaio di legno|mestolo; colher|colher de pau; lepel|houten lepel|pollepel; łyżka|drewniana łyżka; ложка|деревянная ложка; 勺子|汤匙|木勺
teapot; 849; 🫖; teapot|tea pot|teapots; Teekanne; tetera; théière; teiera; bule de chá|bule; theepot; dzbanek do herbaty|imbryk; заварочный чайник|чайник; 茶壶
hair dryer; 589; ; hair dryer|hairdryer|blow dryer|hair drier; Föhn|Haartrockner|Fön; secador de pelo|secador; sèche-cheveux; asciugacapelli|phon; secador de cabelo|secador; haardroger|föhn; suszarka do włosów|suszarka; фен|фен для волос; 吹风机|电吹风
lighter; 626; ; lighter|cigarette lighter|lighters; Feuerzeug; encendedor|mechero; briquet; accendino; isqueiro; aansteker; zapalniczka; зажигалка; 打火机
toilet paper; 999; 🧻; toilet paper|toilet roll|toilet tissue; Toilettenpapier|Klopapier|Klorolle; papel higiénico; papier toilette|papier hygiénique; carta igienica; papel higiênico|papel higiénico; toiletpapier|wc-papier; papier toaletowy; туалетная бумага; 卫生纸|厕纸
envelope; 549; ✉; envelope|envelopes; Briefumschlag|Umschlag|Kuvert; sobre|sobre de carta; enveloppe|enveloppes; busta|busta da lettera; envelope|envelopes; envelop|enveloppe; koperta|koperty; конверт|конверты; 信封
sock; 806; 🧦; sock|socks; Socke|Socken|Strumpf; calcetín|calcetines|media; chaussette|chaussettes; calzino|calzini; meia|meias; sok|sokken; skarpetka|skarpetki; носок|носки; 袜子
candle; 470; 🕯; candle|candles; Kerze|Kerzen; vela|velas; bougie|bougies|chandelle; candela|candele; vela|velas; kaars|kaarsen; świeca|świeczka; свеча|свечка; 蜡烛
padlock; 695; 🔒; padlock|padlocks; Vorhängeschloss|Schloss; candado; cadenas; lucchetto; cadeado; hangslot; kłódka; навесной замок|замок; 挂锁|锁
violin; 889; 🎻; violin|fiddle|violins; Geige|Violine; violín; violon; violino; violino; viool; skrzypce; скрипка; 小提琴
"""


def _parsed(line: str) -> Thing:
    label, rows, emoji, *names = (cell.strip() for cell in line.split(";"))
    if len(names) != len(LANGUAGES):
        raise ValueError(f"{label}: {len(names)} columns of names, not {len(LANGUAGES)}")
    return Thing(label, tuple(map(int, rows.split())), emoji, dict(zip(LANGUAGES, names, strict=True)))


THINGS = tuple(_parsed(line) for line in _TABLE.strip().splitlines())
"""The model's classes in the order of its labels."""
LABELS = tuple(thing.label for thing in THINGS)
