<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About mmdesk</source>
        <translation>Über mmdesk</translation>
    </message>
    <message>
        <source>A live fusion microscope: see how a model weighs what you show, say and type.
Nothing leaves this computer, and nothing is stored unless you ask for it.</source>
        <translation>Ein Fusionsmikroskop in Echtzeit: Sehen Sie, wie ein Modell gewichtet, was Sie zeigen, sagen und tippen.
Nichts verlässt diesen Computer, und nichts wird gespeichert, wenn Sie es nicht wünschen.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Ein Problem melden</translation>
    </message>
    <message>
        <source>Copies the diagnostics, to be pasted into a message</source>
        <translation>Kopiert die Diagnose, damit Sie sie in eine Nachricht einfügen können</translation>
    </message>
    <message>
        <source>Packages that are installed beside it</source>
        <translation>Pakete, die dazu installiert sind</translation>
    </message>
</context>
<context>
    <name>AccuracyBars</name>
    <message>
        <source>{share}  ({interval})  of {count}</source>
        <translation>{share}  ({interval})  von {count}</translation>
    </message>
    <message>
        <source>{share} ({low}–{high}%) of {count}</source>
        <translation>{share} ({low}–{high} %) von {count}</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>AnswerPair</name>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>perturbed</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>perturbed: different answer</source>
        <translation>gestört: andere Antwort</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>Anderes Modell öffnen …</translation>
    </message>
    <message>
        <source>Use the bundled model</source>
        <translation>Mitgeliefertes Modell nehmen</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Freezes the window and marks which parts of the inputs support the answer (attribution, saliency)</source>
        <translation>Hält das Fenster an und markiert, welche Teile der Eingaben für die Antwort sprechen (Attribution, Salienz)</translation>
    </message>
    <message>
        <source>Audience window</source>
        <translation>Publikumsfenster</translation>
    </message>
    <message>
        <source>Shows the answer large, for a projector (Ctrl+Shift+P)</source>
        <translation>Zeigt die Antwort groß, für einen Projektor (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Vollbild (F11)</translation>
    </message>
    <message>
        <source>Answer of the model</source>
        <translation>Antwort des Modells</translation>
    </message>
    <message>
        <source>Probability of every class</source>
        <translation>Wahrscheinlichkeit jeder Klasse</translation>
    </message>
    <message>
        <source>Explaining …</source>
        <translation>Wird erklärt …</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Freeze or continue (space bar)</source>
        <translation>Anhalten oder fortsetzen (Leertaste)</translation>
    </message>
</context>
<context>
    <name>AnswerStrip</name>
    <message>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>Nothing that it was taught.</source>
        <translation>Nichts, was ihm beigebracht wurde.</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} sicher</translation>
    </message>
    <message>
        <source>{sure}. {why}</source>
        <translation>{sure}. {why}</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Loading the model …</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>Waiting for the first answer …</source>
        <translation>Warte auf die erste Antwort …</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} sicher</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>is the only input</source>
        <translation>ist die einzige Eingabe</translation>
    </message>
    <message>
        <source>stays · {share} sure</source>
        <translation>bleibt · {share} sicher</translation>
    </message>
    <message>
        <source>changes · {share} sure</source>
        <translation>kippt · {share} sicher</translation>
    </message>
    <message>
        <source>no clear answer</source>
        <translation>keine klare Antwort</translation>
    </message>
    <message>
        <source>Waiting for the first answer …</source>
        <translation>Warte auf die erste Antwort …</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Einen Moment bitte</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} sicher</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>is absent: {reason}</source>
        <translation>fehlt: {reason}</translation>
    </message>
    <message>
        <source>FROZEN</source>
        <translation>ANGEHALTEN</translation>
    </message>
    <message>
        <source>{seen}: not enough alone</source>
        <translation>{seen}: allein nicht genug</translation>
    </message>
    <message>
        <source>{seen}: “{label}” {share}</source>
        <translation>{seen}: „{label}“ {share}</translation>
    </message>
</context>
<context>
    <name>AudienceWindow</name>
    <message>
        <source>mmdesk – for the audience</source>
        <translation>mmdesk – fürs Publikum</translation>
    </message>
</context>
<context>
    <name>BusyStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Working on “{name}” …</source>
        <translation>„{name}“ wird bearbeitet …</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Video file or address…</source>
        <translation>Videodatei oder Adresse …</translation>
    </message>
    <message>
        <source>film.mp4 or http://… or rtsp://…</source>
        <translation>film.mp4 oder http://… oder rtsp://…</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Choose the camera</source>
        <translation>Kamera wählen</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>Bild spiegeln</translation>
    </message>
    <message>
        <source>Mirrors the picture on screen. The model never sees it mirrored.</source>
        <translation>Spiegelt das Bild nur auf dem Schirm. Das Modell sieht es nie gespiegelt.</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>Kamerabild</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Freeze and continue</source>
        <translation>Anhalten und fortsetzen</translation>
    </message>
    <message>
        <source>Choose another fusion method</source>
        <translation>Andere Fusionsmethode wählen</translation>
    </message>
    <message>
        <source>The same while typing in the text box</source>
        <translation>Dasselbe beim Tippen im Textfeld</translation>
    </message>
    <message>
        <source>Page: weights beside contributions</source>
        <translation>Seite: Gewichte neben Beiträgen</translation>
    </message>
    <message>
        <source>Page: weights by hand</source>
        <translation>Seite: Gewichte von Hand</translation>
    </message>
    <message>
        <source>Page: perturb an input</source>
        <translation>Seite: eine Eingabe stören</translation>
    </message>
    <message>
        <source>Page: all methods side by side</source>
        <translation>Seite: alle Methoden nebeneinander</translation>
    </message>
    <message>
        <source>Page: the map</source>
        <translation>Seite: die Karte</translation>
    </message>
    <message>
        <source>Noisy hall: voices over the sound</source>
        <translation>Laute Halle: Stimmen über dem Ton</translation>
    </message>
    <message>
        <source>Dark stage: the picture goes dark</source>
        <translation>Dunkle Bühne: das Bild wird dunkel</translation>
    </message>
    <message>
        <source>Liar: the text says something else</source>
        <translation>Lügner: der Text sagt etwas anderes</translation>
    </message>
    <message>
        <source>Reset all: weights, perturbations, mutes, recording</source>
        <translation>Alles zurücksetzen: Gewichte, Störungen, Stummschaltungen, Aufzeichnung</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>This list of keys</source>
        <translation>Diese Tastenliste</translation>
    </message>
    <message>
        <source>Leave full screen or the text box</source>
        <translation>Vollbild oder Textfeld verlassen</translation>
    </message>
    <message>
        <source>On the stage: next scene, previous scene</source>
        <translation>Auf der Bühne: die nächste Szene, die vorige</translation>
    </message>
    <message>
        <source>Frozen or in a replay: one answer back, forward</source>
        <translation>Angehalten oder bei einer Wiedergabe: eine Antwort zurück, weiter</translation>
    </message>
    <message>
        <source>Frozen or in a replay: one second back, forward</source>
        <translation>Angehalten oder bei einer Wiedergabe: eine Sekunde zurück, weiter</translation>
    </message>
    <message>
        <source>Frozen or in a replay: to the beginning, to the end</source>
        <translation>Angehalten oder bei einer Wiedergabe: zum Anfang, zum Ende</translation>
    </message>
    <message>
        <source>On the line of a replay: the mark before, the next mark</source>
        <translation>Auf der Linie einer Wiedergabe: die vorige Marke, die nächste</translation>
    </message>
    <message>
        <source>Record, and stop recording</source>
        <translation>Aufzeichnen und Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>Mark this moment of the recording</source>
        <translation>Diesen Moment der Aufzeichnung markieren</translation>
    </message>
    <message>
        <source>Save a picture of the window</source>
        <translation>Ein Bild des Fensters speichern</translation>
    </message>
    <message>
        <source>Cheat sheet for presenters</source>
        <translation>Spickzettel für Vorführende</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>Als HTML speichern …</translation>
    </message>
    <message>
        <source>Save the cheat sheet</source>
        <translation>Den Spickzettel speichern</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>mmdesk: cheat sheet for presenters</source>
        <translation>mmdesk: Spickzettel für Vorführende</translation>
    </message>
    <message>
        <source>The tour and what to say</source>
        <translation>Die Tour und was man dabei sagt</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
</context>
<context>
    <name>ChoicesCard</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>How the inputs are combined. This method answers first.</source>
        <translation>Wie die Eingaben verbunden werden. Diese Methode antwortet zuerst.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>The order in which the parts learn</source>
        <translation>In welcher Reihenfolge die Teile lernen</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>The most passes over the data. Training stops early when nothing improves.</source>
        <translation>Höchstzahl der Durchgänge durch die Daten. Das Training endet früher, wenn nichts mehr besser wird.</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>How strongly pictures, sounds and texts are varied during training (see Preview)</source>
        <translation>Wie stark Bilder, Klänge und Texte beim Training verändert werden (siehe Vorschau)</translation>
    </message>
    <message>
        <source>Modality dropout</source>
        <translation>Eingabe-Dropout</translation>
    </message>
    <message>
        <source>Chance that an input is withheld, so that the model learns to do without it</source>
        <translation>Wahrscheinlichkeit, dass eine Eingabe vorenthalten wird, damit das Modell auch ohne sie auskommt</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label-Glättung</translation>
    </message>
    <message>
        <source>How strongly the model is kept from being overconfident</source>
        <translation>Wie stark das Modell daran gehindert wird, sich zu sicher zu sein</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same model</source>
        <translation>Derselbe Startwert ergibt dasselbe Modell</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Where the training runs</source>
        <translation>Wo das Training läuft</translation>
    </message>
    <message>
        <source>Encoder: {name}</source>
        <translation>Encoder: {name}</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Epochs of the encoders</source>
        <translation>Epochen der Encoder</translation>
    </message>
    <message>
        <source>Epochs of the fusion</source>
        <translation>Epochen der Fusion</translation>
    </message>
    <message>
        <source>Train the other methods too</source>
        <translation>Auch die anderen Methoden trainieren</translation>
    </message>
    <message>
        <source>Lets you compare all methods live. They share the encoders and train in seconds.</source>
        <translation>So lassen sich alle Methoden live vergleichen. Sie teilen sich die Encoder und brauchen nur Sekunden.</translation>
    </message>
    <message>
        <source>Hold back a dominant input (OGM-GE)</source>
        <translation>Vorherrschende Eingabe bremsen (OGM-GE)</translation>
    </message>
    <message>
        <source>Slows the input that learns fastest, so that the others are not forgotten. Only with “Everything together”.</source>
        <translation>Bremst die Eingabe, die am schnellsten lernt, damit die anderen nicht vergessen werden. Nur bei „Alles zusammen“.</translation>
    </message>
    <message>
        <source>Give rare classes more weight</source>
        <translation>Seltene Klassen stärker gewichten</translation>
    </message>
    <message>
        <source>For folders in which some classes have far fewer samples</source>
        <translation>Für Ordner, in denen manche Klassen viel weniger Beispiele haben</translation>
    </message>
    <message>
        <source>Encoders first, then fusion</source>
        <translation>Erst Encoder, dann Fusion</translation>
    </message>
    <message>
        <source>Everything together</source>
        <translation>Alles zusammen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
</context>
<context>
    <name>ClassCard</name>
    <message>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>Three seconds of what is there when nothing is shown</source>
        <translation>Drei Sekunden von dem, was da ist, wenn nichts gezeigt wird</translation>
    </message>
    <message>
        <source>Show it, say it, type it – or drop files here</source>
        <translation>Zeigen, sagen, tippen – oder Dateien hierher ziehen</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>Name der Klasse</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Choose another colour</source>
        <translation>Eine andere Farbe wählen</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>Mehr zu {name}</translation>
    </message>
    <message>
        <source>Examples, files, colour, delete</source>
        <translation>Beispiele, Dateien, Farbe, Löschen</translation>
    </message>
    <message>
        <source>So it can say “none of these”.</source>
        <translation>Damit es „nichts davon“ sagen kann.</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>Lernt …</translation>
    </message>
    <message>
        <source>Nothing shown yet.</source>
        <translation>Noch nichts gezeigt.</translation>
    </message>
    <message>
        <source>Others that cannot be used: {count}.</source>
        <translation>Weitere unbrauchbare: {count}.</translation>
    </message>
    <message>
        <source>Recording … {seconds} s</source>
        <translation>Nimmt auf … {seconds} s</translation>
    </message>
    <message>
        <source>Record three seconds</source>
        <translation>Drei Sekunden aufnehmen</translation>
    </message>
    <message>
        <source>Record three more seconds</source>
        <translation>Noch drei Sekunden aufnehmen</translation>
    </message>
    <message>
        <source>Hold to record ({key})</source>
        <translation>Zum Aufnehmen halten ({key})</translation>
    </message>
    <message>
        <source>Hold to record</source>
        <translation>Zum Aufnehmen halten</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>Farbe {number}</translation>
    </message>
    <message>
        <source>&amp;See all examples…</source>
        <translation>Alle Beispiele an&amp;sehen …</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>&amp;Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add a fol&amp;der…</source>
        <translation>&amp;Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>De&amp;lete this class</source>
        <translation>Diese Klasse &amp;löschen</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
</context>
<context>
    <name>ContributionBars</name>
    <message>
        <source>weight {weight}</source>
        <translation>Gewicht {weight}</translation>
    </message>
    <message>
        <source>contribution {contribution}</source>
        <translation>Beitrag {contribution}</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>without: {label}</source>
        <translation>ohne: {label}</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>Examples of each input</source>
        <translation>Beispiele jeder Eingabe</translation>
    </message>
</context>
<context>
    <name>CountsModel</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Samples of each class</source>
        <translation>Beispiele jeder Klasse</translation>
    </message>
    <message>
        <source>Problems and warnings</source>
        <translation>Probleme und Warnungen</translation>
    </message>
    <message>
        <source>Checking the folder … {done} of {total}</source>
        <translation>Der Ordner wird geprüft … {done} von {total}</translation>
    </message>
    <message>
        <source>Checking the folder …</source>
        <translation>Der Ordner wird geprüft …</translation>
    </message>
    <message>
        <source>{name}: {samples} samples in {classes} classes</source>
        <translation>{name}: {samples} Beispiele in {classes} Klassen</translation>
    </message>
    <message>
        <source>Layout: {layout}.</source>
        <translation>Aufbau: {layout}.</translation>
    </message>
    <message>
        <source>{train} for training, {validation} for validation, {test} for testing</source>
        <translation>{train} zum Trainieren, {validation} zum Validieren, {test} zum Testen</translation>
    </message>
    <message>
        <source>as given by the folder</source>
        <translation>wie der Ordner es vorgibt</translation>
    </message>
    <message>
        <source>drawn at random from each class</source>
        <translation>aus jeder Klasse zufällig gezogen</translation>
    </message>
    <message>
        <source>… and {count} more; “Copy all” copies them too</source>
        <translation>… und {count} weitere; „Alles kopieren“ kopiert auch sie</translation>
    </message>
    <message>
        <source>Fix these first ({count})</source>
        <translation>Zuerst zu beheben ({count})</translation>
    </message>
    <message>
        <source>Good to know ({count})</source>
        <translation>Gut zu wissen ({count})</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>DoingPicture</name>
    <message>
        <source>three</source>
        <translation>drei</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Choose a data folder or drop one here</source>
        <translation>Wählen Sie einen Datenordner oder ziehen Sie einen hierher</translation>
    </message>
    <message>
        <source>Pictures, sounds and texts of the same thing, in one of two layouts:</source>
        <translation>Bilder, Klänge und Texte derselben Sache, in einer von zwei Anordnungen:</translation>
    </message>
    <message>
        <source>One folder per class</source>
        <translation>Ein Ordner je Klasse</translation>
    </message>
    <message>
        <source>apple/1.png, apple/1.wav, pear/2.jpg … – a sound has its picture&apos;s name.
</source>
        <translation>apfel/1.png, apfel/1.wav, birne/2.jpg … – ein Klang heißt wie sein Bild.
</translation>
    </message>
    <message>
        <source>texts.csv beside them, with the columns file,text and optionally audio.</source>
        <translation>Daneben texts.csv mit den Spalten file,text und, wenn gewünscht, audio.</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>Eine Tabelle</translation>
    </message>
    <message>
        <source>samples.csv with the columns image,audio,text,label and optionally split.
</source>
        <translation>samples.csv mit den Spalten image,audio,text,label und, wenn gewünscht, split.
</translation>
    </message>
    <message>
        <source>One row per sample. Paths are relative to the folder. A blank cell means a missing input.</source>
        <translation>Eine Zeile je Beispiel. Pfade gelten ab dem Ordner. Eine leere Zelle bedeutet eine fehlende Eingabe.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>supports {label}</source>
        <translation>spricht für {label}</translation>
    </message>
    <message>
        <source>against</source>
        <translation>dagegen</translation>
    </message>
    <message>
        <source>opposes {label}</source>
        <translation>spricht gegen {label}</translation>
    </message>
    <message>
        <source>no part of it supports or opposes {label}</source>
        <translation>kein Teil spricht für oder gegen {label}</translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message>
        <source>As recorded</source>
        <translation>Wie aufgezeichnet</translation>
    </message>
    <message>
        <source>What was in force when it was recorded: method, weights and changes</source>
        <translation>Was bei der Aufzeichnung galt: Methode, Gewichte und Eingriffe</translation>
    </message>
    <message>
        <source>method: {name}</source>
        <translation>Methode: {name}</translation>
    </message>
    <message>
        <source>without the changes of then</source>
        <translation>ohne die damaligen Eingriffe</translation>
    </message>
    <message>
        <source>As shown now</source>
        <translation>Wie jetzt gezeigt</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>Microscope</source>
        <translation>Mikroskop</translation>
    </message>
    <message>
        <source>Export the last half minute</source>
        <translation>Die letzte halbe Minute exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Export a panel</source>
        <translation>Ein Feld exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Bilder (*.png *.svg)</translation>
    </message>
    <message>
        <source>Export the snapshot</source>
        <translation>Schnappschuss exportieren</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Equal weights</source>
        <translation>Gleiche Gewichte</translation>
    </message>
    <message>
        <source>Every input counts the same: the baseline for every fusion method</source>
        <translation>Jede Eingabe zählt gleich: die Vergleichsgröße für jede Fusionsmethode</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Use the model&apos;s own weights again</source>
        <translation>Wieder die Gewichte des Modells benutzen</translation>
    </message>
    <message>
        <source>Weight: {name}</source>
        <translation>Gewicht: {name}</translation>
    </message>
    <message>
        <source>Lock: {name}</source>
        <translation>Sperren: {name}</translation>
    </message>
    <message>
        <source>Keep this weight while the others move</source>
        <translation>Dieses Gewicht behalten, während sich die anderen ändern</translation>
    </message>
    <message>
        <source>All weight on: {name}</source>
        <translation>Alles Gewicht auf: {name}</translation>
    </message>
    <message>
        <source>Only this input counts</source>
        <translation>Nur diese Eingabe zählt</translation>
    </message>
    <message>
        <source>Weights in use and the model&apos;s own over the last half minute</source>
        <translation>Benutzte Gewichte und die des Modells in der letzten halben Minute</translation>
    </message>
    <message>
        <source>{label} from {share}</source>
        <translation>{label} ab {share}</translation>
    </message>
    <message>
        <source>{label} up to {share}</source>
        <translation>{label} bis {share}</translation>
    </message>
    <message>
        <source>{reason}: its share goes to the others</source>
        <translation>{reason}: der Anteil geht an die anderen</translation>
    </message>
    <message>
        <source>this method has no weights to set</source>
        <translation>diese Methode hat keine einstellbaren Gewichte</translation>
    </message>
    <message>
        <source>This model has one input, and that has all the weight</source>
        <translation>Dieses Modell hat nur eine Eingabe, und die hat das ganze Gewicht</translation>
    </message>
    <message>
        <source>All are locked: unlock one to move</source>
        <translation>Alle sind gesperrt: eines entsperren, um es zu bewegen</translation>
    </message>
    <message>
        <source>All but one are locked, so that one cannot move either</source>
        <translation>Alle bis auf eines sind gesperrt, also kann sich auch dieses nicht bewegen</translation>
    </message>
    <message>
        <source>You set the weights. Open marks and thin lines show the model&apos;s own.</source>
        <translation>Sie bestimmen die Gewichte. Offene Marken und dünne Linien zeigen die des Modells.</translation>
    </message>
    <message>
        <source>No input to weigh right now.</source>
        <translation>Im Moment gibt es keine Eingabe zu gewichten.</translation>
    </message>
    <message>
        <source>The model sets the weights. Move a slider to set them yourself.</source>
        <translation>Das Modell bestimmt die Gewichte. Bewegen Sie einen Regler, um sie selbst zu bestimmen.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>What a model says instead of guessing when it is shown something it has never learnt. To abstain like this is called open-set rejection.</source>
        <translation>Was ein Modell sagt, statt zu raten, wenn man ihm etwas zeigt, das es nie gelernt hat. Sich so zu enthalten heißt in der Fachsprache Open-Set-Zurückweisung.</translation>
    </message>
    <message>
        <source>Absent input</source>
        <translation>Fehlende Eingabe</translation>
    </message>
    <message>
        <source>An input that gives nothing: a covered lens, silence, an empty box. It has a weight of exactly 0, and the others answer without it.</source>
        <translation>Eine Eingabe, die nichts liefert: eine verdeckte Linse, Stille, ein leeres Feld. Ihr Gewicht ist genau 0, und die anderen antworten ohne sie.</translation>
    </message>
    <message>
        <source>Agreement and conflict</source>
        <translation>Einigkeit und Widerspruch</translation>
    </message>
    <message>
        <source>Inputs agree when each of them alone gives the same answer. They are in conflict when two of them are each sure of a different answer.</source>
        <translation>Eingaben sind sich einig, wenn jede allein dieselbe Antwort gibt. Sie widersprechen sich, wenn zwei von ihnen sich einer jeweils anderen Antwort sicher sind.</translation>
    </message>
    <message>
        <source>Attention gate</source>
        <translation>Aufmerksamkeits-Gate</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>A fusion method that looks at this very moment and decides anew how much weight each input gets. Of Digits, Things and newly trained models it is the default.</source>
        <translation>Eine Fusionsmethode, die genau diesen Moment ansieht und neu entscheidet, wie viel Gewicht jede Eingabe bekommt. Bei „Ziffern“, „Dinge“ und neu trainierten Modellen ist sie voreingestellt.</translation>
    </message>
    <message>
        <source>How sure the model is, in percent. Of all answers that a calibrated model gives with 80 %, about 80 in 100 are right. A model that is not calibrated says so on its card among all models.</source>
        <translation>Wie sicher sich das Modell ist, in Prozent. Von allen Antworten, die ein kalibriertes Modell mit 80 % gibt, stimmen etwa 80 von 100. Ein Modell, das nicht kalibriert ist, sagt das auf seiner Karte unter allen Modellen.</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>How much an input helped the answer or misled it: what it adds on average, over all orders in which the inputs can join in. This is its Shapley value.</source>
        <translation>Wie sehr eine Eingabe der Antwort geholfen oder sie in die Irre geführt hat: was sie im Mittel hinzufügt, über alle Reihenfolgen, in denen die Eingaben dazukommen können. Das ist ihr Shapley-Wert.</translation>
    </message>
    <message>
        <source>Encoder and embedding</source>
        <translation>Encoder und Einbettung</translation>
    </message>
    <message>
        <source>An encoder turns a picture, a sound or a text into a list of numbers, the embedding. Things that mean the same get similar numbers.</source>
        <translation>Ein Encoder macht aus einem Bild, einem Ton oder einem Text eine Liste von Zahlen, die Einbettung. Was dasselbe bedeutet, bekommt ähnliche Zahlen.</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Which parts of the picture, the sound and the words support the answer or oppose it. Freeze the window to see it. The field says attribution or saliency.</source>
        <translation>Welche Teile von Bild, Ton und Wörtern für die Antwort sprechen oder dagegen. Halten Sie das Fenster an, um sie zu sehen. In der Fachsprache: Attribution oder Salienz.</translation>
    </message>
    <message>
        <source>Flip point</source>
        <translation>Kipppunkt</translation>
    </message>
    <message>
        <source>The nearest weight at which the answer changes. Beyond it lies another answer; the line between them is the decision boundary.</source>
        <translation>Das nächste Gewicht, bei dem die Antwort wechselt. Dahinter liegt eine andere Antwort; die Linie dazwischen ist die Entscheidungsgrenze.</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>Making one answer out of several inputs. There are many methods for it; the menu Fusion switches between them while everything runs.</source>
        <translation>Aus mehreren Eingaben eine Antwort machen. Dafür gibt es viele Methoden; das Menü Fusion wechselt zwischen ihnen, während alles läuft.</translation>
    </message>
    <message>
        <source>Honesty meter</source>
        <translation>Ehrlichkeitsmesser</translation>
    </message>
    <message>
        <source>Compares the weights with what each input really does to the answer. At 100 % the weights tell the truth about what mattered.</source>
        <translation>Vergleicht die Gewichte mit dem, was jede Eingabe wirklich mit der Antwort macht. Bei 100 % sagen die Gewichte die Wahrheit darüber, worauf es ankam.</translation>
    </message>
    <message>
        <source>Input and modality</source>
        <translation>Eingabe und Modalität</translation>
    </message>
    <message>
        <source>An input is what a model takes in: a camera, a microphone, a text. Its kind (picture, sound, text) is called a modality.</source>
        <translation>Eine Eingabe ist, was ein Modell aufnimmt: eine Kamera, ein Mikrofon, ein Text. Ihre Art (Bild, Ton, Text) heißt Modalität.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>The samples that the model learnt from, as dots: similar ones lie close together. Your own moment moves among them.</source>
        <translation>Die Beispiele, aus denen das Modell gelernt hat, als Punkte: Ähnliche liegen nah beieinander. Ihr eigener Moment bewegt sich zwischen ihnen.</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Something done to an input on purpose: the picture darkened, voices put under the sound, a word misspelt. It shows how easily the answer gives way.</source>
        <translation>Etwas, das man einer Eingabe mit Absicht antut: das Bild verdunkeln, Stimmen unter den Ton legen, ein Wort falsch schreiben. Es zeigt, wie leicht die Antwort nachgibt.</translation>
    </message>
    <message>
        <source>Redundancy</source>
        <translation>Redundanz</translation>
    </message>
    <message>
        <source>Two inputs tell the same. Each could stand in for the other, and together they add little.</source>
        <translation>Zwei Eingaben sagen dasselbe. Jede könnte für die andere einspringen, und zusammen bringen sie wenig mehr.</translation>
    </message>
    <message>
        <source>Snapshot and history</source>
        <translation>Schnappschuss und Verlauf</translation>
    </message>
    <message>
        <source>A snapshot is a moment that was kept. While the window is frozen, you can go back through the last half minute, its history.</source>
        <translation>Ein Schnappschuss ist ein Moment, der behalten wurde. Solange das Fenster angehalten ist, können Sie durch die letzte halbe Minute zurückgehen: den Verlauf.</translation>
    </message>
    <message>
        <source>Subset of the inputs</source>
        <translation>Teilmenge der Eingaben</translation>
    </message>
    <message>
        <source>Some of the inputs, with the others treated as absent; also called a coalition. The program asks the model about every subset at every moment.</source>
        <translation>Einige der Eingaben, während die anderen als fehlend gelten; auch Koalition genannt. Das Programm befragt das Modell in jedem Moment zu jeder Teilmenge.</translation>
    </message>
    <message>
        <source>Synergy</source>
        <translation>Synergie</translation>
    </message>
    <message>
        <source>Two inputs together tell more than both of them one by one, as in the calculator: no input alone can know the result.</source>
        <translation>Zwei Eingaben sagen zusammen mehr als beide einzeln, wie beim Rechner: Keine Eingabe allein kann das Ergebnis wissen.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>How much of an input the model used, from 0 to 100 %. All weights together make 100 %. A weight does not say whether the input helped: that is its contribution.</source>
        <translation>Wie viel das Modell von einer Eingabe benutzt hat, von 0 bis 100 %. Alle Gewichte zusammen ergeben 100 %. Ein Gewicht sagt nicht, ob die Eingabe geholfen hat: Das sagt ihr Beitrag.</translation>
    </message>
    <message>
        <source>Weights by hand</source>
        <translation>Gewichte von Hand</translation>
    </message>
    <message>
        <source>You set the weights in place of the model and watch the answer follow. This is a weight override; “Reset all” gives the weights back.</source>
        <translation>Sie bestimmen die Gewichte anstelle des Modells und sehen, wie die Antwort folgt. In der Fachsprache: Überschreiben der Gewichte (weight override). „Alles zurücksetzen“ gibt die Gewichte zurück.</translation>
    </message>
</context>
<context>
    <name>HalfMinutePlot</name>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Pages and words</source>
        <translation>Seiten und Begriffe</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>Nichts gefunden. Versuchen Sie ein anderes Wort.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>This page is in English.</source>
        <translation>Diese Seite ist auf Englisch.</translation>
    </message>
    <message>
        <source>See also:</source>
        <translation>Siehe auch:</translation>
    </message>
</context>
<context>
    <name>HonestyLine</name>
    <message>
        <source>Nothing to compare.</source>
        <translation>Nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Relation and honesty meter</source>
        <translation>Verhältnis und Ehrlichkeitsmesser</translation>
    </message>
</context>
<context>
    <name>InForce</name>
    <message>
        <source>SAMPLE SESSION</source>
        <translation>BEISPIELSITZUNG</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>WIEDERGABE</translation>
    </message>
    <message>
        <source>“{name}” cannot be played. The picture panel says why.</source>
        <translation>„{name}“ lässt sich nicht abspielen. Der Grund steht im Feld des Bildes.</translation>
    </message>
    <message>
        <source>Playing “{name}” instead of the camera.</source>
        <translation>„{name}“ läuft anstelle der Kamera.</translation>
    </message>
    <message>
        <source>Playing “{name}”. Nothing here is live.</source>
        <translation>„{name}“ wird abgespielt. Nichts hier ist live.</translation>
    </message>
    <message>
        <source>Playing recorded picture, sound and text. Nothing here is live.</source>
        <translation>Bild, Ton und Text sind aufgezeichnet. Nichts hier ist live.</translation>
    </message>
    <message>
        <source>Playing recorded picture and sound.</source>
        <translation>Bild und Ton sind aufgezeichnet.</translation>
    </message>
    <message>
        <source>It was recorded for another model, not for this one.</source>
        <translation>Sie wurde für ein anderes Modell aufgezeichnet, nicht für dieses.</translation>
    </message>
    <message>
        <source>The text is yours. Clear it to use the recorded text again.</source>
        <translation>Der Text ist Ihrer. Löschen Sie ihn, um wieder den aufgezeichneten zu benutzen.</translation>
    </message>
    <message>
        <source>{input}: the file “{name}”</source>
        <translation>{input}: die Datei „{name}“</translation>
    </message>
    <message>
        <source>{input}: muted</source>
        <translation>{input}: stumm</translation>
    </message>
    <message>
        <source>Weights by hand: {shares}</source>
        <translation>Gewichte von Hand: {shares}</translation>
    </message>
    <message>
        <source>{item} (this method has none)</source>
        <translation>{item} (diese Methode hat keine)</translation>
    </message>
    <message>
        <source>says “{text}” instead</source>
        <translation>sagt stattdessen „{text}“</translation>
    </message>
    <message>
        <source>{input}: {changes}</source>
        <translation>{input}: {changes}</translation>
    </message>
    <message>
        <source>{item} (not present now)</source>
        <translation>{item} (gerade nicht da)</translation>
    </message>
</context>
<context>
    <name>InForceStrip</name>
    <message>
        <source>ACTIVE CHANGES</source>
        <translation>AKTIVE EINGRIFFE</translation>
    </message>
    <message>
        <source>Everything that changes the inputs or the weights right now</source>
        <translation>Alles, was im Moment die Eingaben oder die Gewichte verändert</translation>
    </message>
    <message>
        <source>Use a camera</source>
        <translation>Kamera benutzen</translation>
    </message>
    <message>
        <source>Use a microphone</source>
        <translation>Mikrofon benutzen</translation>
    </message>
    <message>
        <source>Reset all  F10</source>
        <translation>Alles zurücksetzen  F10</translation>
    </message>
    <message>
        <source>Resets weights, perturbations and mutes, and goes back to camera and microphone</source>
        <translation>Setzt Gewichte, Störungen und Stummschaltungen zurück; wieder mit Kamera und Mikrofon</translation>
    </message>
    <message>
        <source>AS RECORDED</source>
        <translation>WIE AUFGEZEICHNET</translation>
    </message>
    <message>
        <source>What was in force when this was recorded, and is again</source>
        <translation>Was bei der Aufzeichnung galt und jetzt wieder gilt</translation>
    </message>
</context>
<context>
    <name>InputCard</name>
    <message>
        <source>Mute: {name}</source>
        <translation>Stummschalten: {name}</translation>
    </message>
    <message>
        <source>Leave this input out, as if it were not there</source>
        <translation>Diese Eingabe weglassen, als wäre sie nicht da</translation>
    </message>
    <message>
        <source>{tip}. The recording that is being made has it all the same.</source>
        <translation>{tip}. In der laufenden Aufzeichnung ist sie trotzdem.</translation>
    </message>
</context>
<context>
    <name>LearningCurves</name>
    <message>
        <source>Validation accuracy</source>
        <translation>Trefferquote bei der Validierung</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Epochs, from left to right: {stages}</source>
        <translation>Epochen, von links nach rechts: {stages}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>mmdesk – frozen</source>
        <translation>mmdesk – angehalten</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Each dot is a training sample. Dots close together look alike to the model.</source>
        <translation>Jeder Punkt ist ein Trainingsbeispiel. Nahe Punkte sehen für das Modell ähnlich aus.</translation>
    </message>
    <message>
        <source>Where the fused inputs lie among the training samples</source>
        <translation>Wo die fusionierten Eingaben zwischen den Trainingsbeispielen liegen</translation>
    </message>
    <message>
        <source>{method}: {reading}</source>
        <translation>{method}: {reading}</translation>
    </message>
    <message>
        <source>Map of the fused space</source>
        <translation>Karte des fusionierten Raums</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>The map of what the model knows will appear here.</source>
        <translation>Hier erscheint die Karte dessen, was das Modell kennt.</translation>
    </message>
    <message>
        <source>This model has no map.</source>
        <translation>Dieses Modell hat keine Karte.</translation>
    </message>
    <message>
        <source>no input</source>
        <translation>keine Eingabe</translation>
    </message>
</context>
<context>
    <name>MethodStrip</name>
    <message>
        <source>{name} over the last half minute</source>
        <translation>{name} in der letzten halben Minute</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>sizes of contributions</source>
        <translation>Größen der Beiträge</translation>
    </message>
</context>
<context>
    <name>MethodsPage</name>
    <message>
        <source>What every fusion method says right now</source>
        <translation>Was jede Fusionsmethode gerade sagt</translation>
    </message>
</context>
<context>
    <name>MethodsTable</name>
    <message>
        <source>Arrow keys choose a row, Enter uses its method, P pins it.</source>
        <translation>Pfeiltasten wählen eine Zeile, Enter nimmt ihre Methode, P heftet sie an.</translation>
    </message>
    <message>
        <source>{name} · by hand</source>
        <translation>{name} · von Hand</translation>
    </message>
    <message>
        <source>no input</source>
        <translation>keine Eingabe</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>Pin to compare over time (P): {name}</source>
        <translation>Anheften zum Vergleichen (P): {name}</translation>
    </message>
    <message>
        <source>Use this method (Enter): {name}</source>
        <translation>Diese Methode benutzen (Enter): {name}</translation>
    </message>
</context>
<context>
    <name>MicrophonePanel</name>
    <message>
        <source>Sound file…</source>
        <translation>Tondatei …</translation>
    </message>
    <message>
        <source>speech.wav, or any file with sound</source>
        <translation>speech.wav oder eine andere Datei mit Ton</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>Mikrofon wählen</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Spectrogram of the last seconds</source>
        <translation>Spektrogramm der letzten Sekunden</translation>
    </message>
</context>
<context>
    <name>Microscope</name>
    <message>
        <source>one alone</source>
        <translation>eine allein</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>Einigkeit</translation>
    </message>
    <message>
        <source>together</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>one dominates</source>
        <translation>eine dominiert</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Only one input is present.</source>
        <translation>Nur eine Eingabe ist da.</translation>
    </message>
    <message>
        <source>Each input alone gives this answer.</source>
        <translation>Jede Eingabe allein ergibt diese Antwort.</translation>
    </message>
    <message>
        <source>The answer comes from several inputs together.</source>
        <translation>Die Antwort kommt von mehreren Eingaben zusammen.</translation>
    </message>
    <message>
        <source>Two inputs are each sure of a different answer.</source>
        <translation>Zwei Eingaben sind sich je einer anderen Antwort sicher.</translation>
    </message>
    <message>
        <source>No answer stands out: this is little more than a guess.</source>
        <translation>Keine Antwort ragt heraus: Das ist kaum mehr als geraten.</translation>
    </message>
    <message>
        <source>Each of these alone gives this answer: {names}. The others alone say nothing.</source>
        <translation>Jede von diesen ergibt allein diese Antwort: {names}. Die anderen sagen allein nichts.</translation>
    </message>
    <message>
        <source>The weights match what mattered.</source>
        <translation>Die Gewichte passen zu dem, was zählte.</translation>
    </message>
    <message>
        <source>{name} has more weight than effect.</source>
        <translation>{name} hat mehr Gewicht als Wirkung.</translation>
    </message>
    <message>
        <source>{name} has more effect than weight.</source>
        <translation>{name} hat mehr Wirkung als Gewicht.</translation>
    </message>
    <message>
        <source>{name} has weight, but removing it changes nothing.</source>
        <translation>{name} hat Gewicht, aber ohne ändert sich nichts.</translation>
    </message>
    <message>
        <source>Nothing to compare: this method has no weights.</source>
        <translation>Nichts zu vergleichen: Diese Methode hat keine Gewichte.</translation>
    </message>
    <message>
        <source>Nothing to compare: only one input is present.</source>
        <translation>Nichts zu vergleichen: Nur eine Eingabe ist da.</translation>
    </message>
    <message>
        <source>Nothing to compare: no input changes the answer.</source>
        <translation>Nichts zu vergleichen: Keine Eingabe ändert die Antwort.</translation>
    </message>
    <message>
        <source>The inputs hardly contradict each other.</source>
        <translation>Die Eingaben widersprechen sich kaum.</translation>
    </message>
    <message>
        <source>The inputs contradict each other in part of what they claim.</source>
        <translation>Die Eingaben widersprechen sich in einem Teil dessen, was sie behaupten.</translation>
    </message>
    <message>
        <source>The inputs contradict each other in most of what they claim.</source>
        <translation>Die Eingaben widersprechen sich im größten Teil dessen, was sie behaupten.</translation>
    </message>
    <message>
        <source>Whether the weights match what mattered keeps changing.</source>
        <translation>Ob die Gewichte zu dem passen, was zählt, ändert sich ständig.</translation>
    </message>
    <message>
        <source>How far the inputs contradict each other keeps changing.</source>
        <translation>Wie sehr sich die Eingaben widersprechen, ändert sich ständig.</translation>
    </message>
    <message>
        <source>{name} has only {weight} of the weight, but {share} of the effect.</source>
        <translation>{name} hat nur {weight} des Gewichts, aber {share} der Wirkung.</translation>
    </message>
    <message>
        <source>{name} has {weight} of the weight, but removing it changes nothing.</source>
        <translation>{name} hat {weight} des Gewichts, aber ohne ändert sich nichts.</translation>
    </message>
    <message>
        <source>By its own account the input leaves {open} open.</source>
        <translation>Nach eigener Angabe lässt die Eingabe {open} offen.</translation>
    </message>
    <message>
        <source>Conflict: the inputs contradict each other in {conflict} of what they claim. {open} stays open.</source>
        <translation>Konflikt: Die Eingaben widersprechen sich in {conflict} dessen, was sie behaupten. {open} bleibt offen.</translation>
    </message>
    <message>
        <source>unsure {share}</source>
        <translation>unsicher {share}</translation>
    </message>
    <message>
        <source>Subjective logic: each input spreads belief over the classes and leaves the rest open (uncertainty mass); the conflict is the belief that Dempster&apos;s rule must drop because inputs contradict each other.</source>
        <translation>Subjektive Logik: Jede Eingabe verteilt Glauben auf die Klassen und lässt den Rest offen (Unsicherheitsmasse); der Konflikt ist der Glaube, den Dempsters Regel streichen muss, weil sich Eingaben widersprechen.</translation>
    </message>
    <message>
        <source>{one} and {other} repeat each other.</source>
        <translation>{one} und {other} wiederholen sich.</translation>
    </message>
    <message>
        <source>misled {share}</source>
        <translation>täuschte {share}</translation>
    </message>
    <message>
        <source>helped {share}</source>
        <translation>half {share}</translation>
    </message>
    <message>
        <source>{one} and {other} are worth more together.</source>
        <translation>{one} und {other} sind zusammen mehr wert.</translation>
    </message>
    <message>
        <source>Most of the support for this answer comes from one input: {names}.</source>
        <translation>Das meiste, was diese Antwort stützt, kommt von einer Eingabe: {names}.</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>wechselnd</translation>
    </message>
    <message>
        <source>How the inputs stand to each other keeps changing.</source>
        <translation>Wie die Eingaben zueinander stehen, ändert sich ständig.</translation>
    </message>
    <message>
        <source>{name} has {weight} of the weight, but only {share} of the effect.</source>
        <translation>{name} hat {weight} des Gewichts, aber nur {share} der Wirkung.</translation>
    </message>
    <message>
        <source>Agreement of weights and contributions: with all weights fixed, does each input move the class scores as much as its weight says?</source>
        <translation>Übereinstimmung von Gewichten und Beiträgen: Bewegt jede Eingabe bei festgehaltenen Gewichten die Punktzahlen der Klassen so stark, wie ihr Gewicht sagt?</translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation>{number} Punkte</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>It is no longer there: {path}</source>
        <translation>Es ist nicht mehr da: {path}</translation>
    </message>
    <message>
        <source>Try this:</source>
        <translation>Probieren Sie:</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
</context>
<context>
    <name>ModelGallery</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Which model would you like to look at?</source>
        <translation>Welches Modell möchten Sie ansehen?</translation>
    </message>
    <message>
        <source>Or choose a model to look at</source>
        <translation>Oder wählen Sie ein Modell aus</translation>
    </message>
    <message>
        <source>Tab goes from one to the next, Enter opens it, Esc closes this page. Ctrl+G brings it back.</source>
        <translation>Tab geht zum nächsten, Eingabe öffnet es, Esc schließt diese Seite. Strg+G holt sie zurück.</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>Anderes Modell öffnen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show this page when the program starts</source>
        <translation>Diese Seite beim Programmstart zeigen</translation>
    </message>
    <message>
        <source>Come with the program</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Auf diesem Rechner gefunden</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Knows {count} classes: {names}.</source>
        <translation>Kennt {count} Klassen: {names}.</translation>
    </message>
    <message>
        <source>Knows {count} classes: {names} …</source>
        <translation>Kennt {count} Klassen: {names} …</translation>
    </message>
    <message>
        <source>Not calibrated: its percentages need not match how often it is right.</source>
        <translation>Nicht kalibriert: Seine Prozentwerte müssen nicht dem entsprechen, wie oft es recht hat.</translation>
    </message>
    <message>
        <source>{input}: give it something of the class “{label}”.</source>
        <translation>{input}: Geben Sie ihm etwas aus der Klasse „{label}“.</translation>
    </message>
    <message>
        <source>Then let one input say “{label}”. Which one does it believe?</source>
        <translation>Lassen Sie dann eine Eingabe „{label}“ sagen. Welcher glaubt es?</translation>
    </message>
</context>
<context>
    <name>NewClassCard</name>
    <message>
        <source>New class</source>
        <translation>Neue Klasse</translation>
    </message>
    <message>
        <source>Its name, in any language</source>
        <translation>Ihr Name, in jeder Sprache</translation>
    </message>
    <message>
        <source>Name of the new class</source>
        <translation>Name der neuen Klasse</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Show me how</source>
        <translation>Zeig es mir</translation>
    </message>
    <message>
        <source>Plays a recording in which three toys are taught; it needs no devices</source>
        <translation>Spielt eine Aufnahme, in der drei Spielsachen beigebracht werden; das braucht keine Geräte</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>PanelsMenu</name>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Usual arrangement</source>
        <translation>&amp;Übliche Anordnung</translation>
    </message>
</context>
<context>
    <name>PerturbColumn</name>
    <message>
        <source>Leave this input out, as if it were not there</source>
        <translation>Diese Eingabe weglassen, als wäre sie nicht da</translation>
    </message>
    <message>
        <source>{what}: strength</source>
        <translation>{what}: Stärke</translation>
    </message>
    <message>
        <source>{what}: choice</source>
        <translation>{what}: Auswahl</translation>
    </message>
    <message>
        <source>not present: {reason}</source>
        <translation>nicht da: {reason}</translation>
    </message>
</context>
<context>
    <name>PerturbPage</name>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Removes every perturbation</source>
        <translation>Entfernt alle Störungen</translation>
    </message>
    <message>
        <source>The answer unchanged and perturbed</source>
        <translation>Die Antwort unverändert und gestört</translation>
    </message>
    <message>
        <source>perturbations: {count}</source>
        <translation>Störungen: {count}</translation>
    </message>
</context>
<context>
    <name>Perturbations</name>
    <message>
        <source>Cover</source>
        <translation>Verdecken</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Körnung</translation>
    </message>
    <message>
        <source>Darken</source>
        <translation>Verdunkeln</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Hiss</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Drop words</source>
        <translation>Wörter weglassen</translation>
    </message>
    <message>
        <source>Typos</source>
        <translation>Tippfehler</translation>
    </message>
    <message>
        <source>Say instead</source>
        <translation>Stattdessen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>{size}° left</source>
        <translation>{size}° links</translation>
    </message>
    <message>
        <source>upright</source>
        <translation>aufrecht</translation>
    </message>
    <message>
        <source>{size}° right</source>
        <translation>{size}° rechts</translation>
    </message>
    <message>
        <source>{size} dB louder</source>
        <translation>{size} dB lauter</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>{size} dB softer</source>
        <translation>{size} dB leiser</translation>
    </message>
    <message>
        <source>{size} dB under speech</source>
        <translation>{size} dB unter Sprache</translation>
    </message>
    <message>
        <source>as loud as speech</source>
        <translation>so laut wie Sprache</translation>
    </message>
    <message>
        <source>{size} dB over speech</source>
        <translation>{size} dB über Sprache</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show the models when the program starts</source>
        <translation>Beim Programmstart die Modelle zeigen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Telephones may fetch a moment while its code is shown</source>
        <translation>Telefone dürfen einen Moment abrufen, solange sein Code zu sehen ist</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Telephones</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Audience window</source>
        <translation>Publikumsfenster</translation>
    </message>
    <message>
        <source>Scenes change by themselves</source>
        <translation>Szenen wechseln von selbst</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>Ordner für Aufzeichnungen</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Noisy hall</source>
        <translation>Laute Halle</translation>
    </message>
    <message>
        <source>Dark stage</source>
        <translation>Dunkle Bühne</translation>
    </message>
    <message>
        <source>Liar</source>
        <translation>Lügner</translation>
    </message>
    <message>
        <source>Voices as loud as the speech, and hiss</source>
        <translation>Stimmen so laut wie die Sprache, und Rauschen</translation>
    </message>
    <message>
        <source>A picture so dark and grainy that it may not count at all</source>
        <translation>Ein so dunkles, körniges Bild, dass es vielleicht gar nicht zählt</translation>
    </message>
    <message>
        <source>The text names another class than the answer</source>
        <translation>Der Text nennt eine andere Klasse als die Antwort</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Draw again</source>
        <translation>Neu ziehen</translation>
    </message>
    <message>
        <source>Samples, original and varied</source>
        <translation>Beispiele, original und verändert</translation>
    </message>
    <message>
        <source>Augmentation: {name}</source>
        <translation>Augmentierung: {name}</translation>
    </message>
    <message>
        <source>Choose a data folder first. A few of its samples then appear here.</source>
        <translation>Wählen Sie zuerst einen Datenordner. Dann erscheinen hier einige seiner Beispiele.</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>varied</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>compared with a blurred picture: {points} points</source>
        <translation>gegen ein unscharfes Bild: {points} Punkte</translation>
    </message>
    <message>
        <source>No camera chosen</source>
        <translation>Keine Kamera gewählt</translation>
    </message>
    <message>
        <source>Choose one in the list above.</source>
        <translation>Wählen Sie oben in der Liste.</translation>
    </message>
    <message>
        <source>Starting the camera …</source>
        <translation>Kamera startet …</translation>
    </message>
    <message>
        <source>FROZEN</source>
        <translation>ANGEHALTEN</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>the other {count}: {share}</source>
        <translation>die anderen {count}: {share}</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>{name} no longer responds.</source>
        <translation>{name} antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>{name} repeats the same picture.</source>
        <translation>{name} wiederholt immer dasselbe Bild.</translation>
    </message>
    <message>
        <source>{name} no longer sends pictures.</source>
        <translation>{name} liefert keine Bilder mehr.</translation>
    </message>
    <message>
        <source>{name} has stopped sending.</source>
        <translation>{name} sendet nicht mehr.</translation>
    </message>
    <message>
        <source>{name} failed because of an internal error. The log file has the details.</source>
        <translation>{name} ist wegen eines internen Fehlers ausgefallen; Einzelheiten stehen in der Protokolldatei.</translation>
    </message>
    <message>
        <source>Choose another source.</source>
        <translation>Wählen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>{name} is not connected.</source>
        <translation>{name} ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>You do not have permission to use {name} ({path}).</source>
        <translation>{name} darf von diesem Benutzer nicht verwendet werden ({path}).</translation>
    </message>
    <message>
        <source>Add the user to the group “video” and log in again.</source>
        <translation>Nehmen Sie den Benutzer in die Gruppe „video“ auf und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>{name} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Check that it is connected, and close other programs that use a camera. If that does not help, allow camera access in System Settings, Privacy &amp; Security.</source>
        <translation>Prüfen Sie, ob sie angeschlossen ist, und schließen Sie andere Programme, die eine Kamera benutzen. Hilft das nicht, erlauben Sie den Zugriff auf die Kamera in den Systemeinstellungen unter „Datenschutz &amp; Sicherheit“.</translation>
    </message>
    <message>
        <source>Check that it is connected, and close other programs that use a camera. If that does not help, allow camera access in Settings, Privacy &amp; security.</source>
        <translation>Prüfen Sie, ob sie angeschlossen ist, und schließen Sie andere Programme, die eine Kamera benutzen. Hilft das nicht, erlauben Sie den Zugriff auf die Kamera in den Einstellungen unter „Datenschutz und Sicherheit“.</translation>
    </message>
    <message>
        <source>{name} sends no video.</source>
        <translation>{name} antwortet nicht mit einem Video.</translation>
    </message>
    <message>
        <source>{name} is not a valid camera address.</source>
        <translation>{name} ist keine Adresse, die eine Kamera haben kann.</translation>
    </message>
    <message>
        <source>It must begin with http://, https:// or rtsp:// and name a host.</source>
        <translation>Sie muss mit http://, https:// oder rtsp:// beginnen und einen Rechner nennen.</translation>
    </message>
    <message>
        <source>No camera is given.</source>
        <translation>Es ist keine Kamera genannt.</translation>
    </message>
    <message>
        <source>Choose a camera.</source>
        <translation>Wählen Sie eine Kamera.</translation>
    </message>
    <message>
        <source>There is no camera called “{name}”.</source>
        <translation>Es gibt keine Kamera namens „{name}“.</translation>
    </message>
    <message>
        <source>“{name}” matches several cameras: {known}.</source>
        <translation>„{name}“ kann mehrere Kameras meinen: {known}.</translation>
    </message>
    <message>
        <source>Give the full name.</source>
        <translation>Geben Sie den vollen Namen an.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>{path} contains no readable video.</source>
        <translation>{path} enthält kein lesbares Video.</translation>
    </message>
    <message>
        <source>Choose another file, or convert this one to MP4 (H.264).</source>
        <translation>Wählen Sie eine andere Datei, oder wandeln Sie diese in MP4 (H.264) um.</translation>
    </message>
    <message>
        <source>No microphone is connected.</source>
        <translation>Es ist kein Mikrofon angeschlossen.</translation>
    </message>
    <message>
        <source>Connect a microphone. It is then used automatically.</source>
        <translation>Schließen Sie ein Mikrofon an; es wird dann von selbst benutzt.</translation>
    </message>
    <message>
        <source>The microphone “{name}” has stopped delivering sound.</source>
        <translation>Das Mikrofon „{name}“ liefert keinen Ton mehr.</translation>
    </message>
    <message>
        <source>The connection to the microphone “{name}” was lost.</source>
        <translation>Das Mikrofon „{name}“ ist weg.</translation>
    </message>
    <message>
        <source>The microphone failed because of an internal error.</source>
        <translation>Das Mikrofon ist wegen eines internen Fehlers ausgefallen.</translation>
    </message>
    <message>
        <source>The log file has the details (Help, Diagnostics).</source>
        <translation>Einzelheiten stehen in der Protokolldatei (Hilfe, Diagnose).</translation>
    </message>
    <message>
        <source>There is no microphone “{name}”.</source>
        <translation>Es gibt kein Mikrofon „{name}“.</translation>
    </message>
    <message>
        <source>Connect it, or choose one of these: {known}.</source>
        <translation>Schließen Sie es an, oder wählen Sie eines von diesen: {known}.</translation>
    </message>
    <message>
        <source>Several microphones are called “{name}”.</source>
        <translation>Mehrere Mikrofone heißen „{name}“.</translation>
    </message>
    <message>
        <source>The microphone “{name}” is in use or was unplugged.</source>
        <translation>Das Mikrofon „{name}“ wird schon benutzt oder wurde abgezogen.</translation>
    </message>
    <message>
        <source>Close other programs that use it, and check its cable.</source>
        <translation>Schließen Sie andere Programme, die es benutzen, und prüfen Sie das Kabel.</translation>
    </message>
    <message>
        <source>The microphone “{name}” cannot be opened.</source>
        <translation>Das Mikrofon „{name}“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Check its cable, and that this program may use the microphone.</source>
        <translation>Prüfen Sie das Kabel, und ob dieses Programm das Mikrofon benutzen darf.</translation>
    </message>
    <message>
        <source>The sound system does not respond.</source>
        <translation>Das Tonsystem antwortet nicht.</translation>
    </message>
    <message>
        <source>The program continues when the sound system responds again. If it does not, restart the computer’s sound service.</source>
        <translation>Es geht von selbst weiter, sobald das Tonsystem antwortet; sonst starten Sie den Tondienst des Rechners neu.</translation>
    </message>
    <message>
        <source>The sound system does not work.</source>
        <translation>Das Tonsystem verweigert den Dienst.</translation>
    </message>
    <message>
        <source>Restart the computer’s sound service.</source>
        <translation>Starten Sie den Tondienst des Rechners neu.</translation>
    </message>
    <message>
        <source>Sound input needs the PortAudio library, which is missing.</source>
        <translation>Für die Toneingabe fehlt die Bibliothek PortAudio.</translation>
    </message>
    <message>
        <source>Install it with: sudo apt install libportaudio2 (Fedora: portaudio), then start again.</source>
        <translation>Installieren Sie sie mit: sudo apt install libportaudio2 (Fedora: portaudio), und starten Sie neu.</translation>
    </message>
    <message>
        <source>Install it with: brew install portaudio, then start again.</source>
        <translation>Installieren Sie sie mit: brew install portaudio, und starten Sie neu.</translation>
    </message>
    <message>
        <source>Reinstall the Python package sounddevice, which includes it.</source>
        <translation>Installieren Sie das Python-Paket sounddevice neu, das sie mitbringt.</translation>
    </message>
    <message>
        <source>There is no session folder {path}.</source>
        <translation>Es gibt keinen Sitzungsordner {path}.</translation>
    </message>
    <message>
        <source>Choose the folder that contains session.json.</source>
        <translation>Wählen Sie den Ordner, in dem session.json liegt.</translation>
    </message>
    <message>
        <source>{path} is not a session: it has no session.json.</source>
        <translation>{path} ist keine Sitzung: session.json fehlt.</translation>
    </message>
    <message>
        <source>Choose the folder of a finished recording.</source>
        <translation>Wählen Sie den Ordner einer fertigen Aufzeichnung.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Prüfen Sie, ob Sie die Datei lesen dürfen.</translation>
    </message>
    <message>
        <source>{path} is not valid JSON: {detail}.</source>
        <translation>{path} ist kein gültiges JSON: {detail}.</translation>
    </message>
    <message>
        <source>Correct the file, or choose another session.</source>
        <translation>Berichtigen Sie die Datei, oder wählen Sie eine andere Sitzung.</translation>
    </message>
    <message>
        <source>{path} must contain one JSON object.</source>
        <translation>{path} muss ein JSON-Objekt enthalten.</translation>
    </message>
    <message>
        <source>“version” is {found}, but this program reads version {known}.</source>
        <translation>„version“ ist {found}, und dieses Programm liest Version {known}.</translation>
    </message>
    <message>
        <source>Use the version of mmdesk that wrote it.</source>
        <translation>Verwenden Sie ein Programm der Version, die sie geschrieben hat.</translation>
    </message>
    <message>
        <source>“{field}” must be text.</source>
        <translation>„{field}“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>“{field}” must be a number above 0, at most {most:g}.</source>
        <translation>„{field}“ muss eine Zahl über 0 und höchstens {most:g} sein.</translation>
    </message>
    <message>
        <source>“{field}” must be an object with keys among {known}.</source>
        <translation>„{field}“ muss ein Objekt mit Schlüsseln aus {known} sein.</translation>
    </message>
    <message>
        <source>“files” must be an object that names at least one file.</source>
        <translation>„files“ muss ein Objekt sein, das mindestens eine Datei nennt.</translation>
    </message>
    <message>
        <source>“{field}” must be the name of a file in the same folder.</source>
        <translation>„{field}“ muss der Name einer Datei im selben Ordner sein.</translation>
    </message>
    <message>
        <source>“{field}” must be a list of [from, to] in seconds, ascending from 0.</source>
        <translation>„{field}“ muss eine Liste von [von, bis] in Sekunden sein, ab 0 und aufsteigend.</translation>
    </message>
    <message>
        <source>{path} cannot be played because of an internal error. The log file has the details.</source>
        <translation>{path} kann wegen eines internen Fehlers nicht abgespielt werden; Einzelheiten stehen in der Protokolldatei.</translation>
    </message>
    <message>
        <source>Choose another session.</source>
        <translation>Wählen Sie eine andere Sitzung.</translation>
    </message>
    <message>
        <source>The session {title} is missing its file {path}.</source>
        <translation>Der Sitzung {title} fehlt ihre Datei {path}.</translation>
    </message>
    <message>
        <source>Copy the session again, or record it again.</source>
        <translation>Kopieren Sie die Sitzung noch einmal, oder zeichnen Sie sie neu auf.</translation>
    </message>
    <message>
        <source>{path} is not a video that can be read.</source>
        <translation>{path} ist kein lesbares Video.</translation>
    </message>
    <message>
        <source>{path} is {length_s:.1f} s long, but session.json says {wanted_s:.1f} s: it is cut off.</source>
        <translation>{path} ist {length_s:.1f} s lang, laut session.json aber {wanted_s:.1f} s: Das Ende fehlt.</translation>
    </message>
    <message>
        <source>{path}: the first line must be “time_s,text”.</source>
        <translation>{path}: Die erste Zeile muss „time_s,text“ lauten.</translation>
    </message>
    <message>
        <source>Correct the file.</source>
        <translation>Berichtigen Sie die Datei.</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation>Speichern Sie sie als CSV in UTF-8.</translation>
    </message>
    <message>
        <source>there must be two columns, time_s and text.</source>
        <translation>Es müssen zwei Spalten sein, time_s und text.</translation>
    </message>
    <message>
        <source>Put texts with commas in quotes.</source>
        <translation>Setzen Sie Texte mit Kommas in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“time_s” is “{found}”, not a number.</source>
        <translation>„time_s“ ist „{found}“ und keine Zahl.</translation>
    </message>
    <message>
        <source>Write seconds, like 1.25.</source>
        <translation>Schreiben Sie Sekunden, etwa 1.25.</translation>
    </message>
    <message>
        <source>“time_s” must not be before {earliest_s:g} s.</source>
        <translation>„time_s“ darf nicht vor {earliest_s:g} s liegen.</translation>
    </message>
    <message>
        <source>Sort the lines by time.</source>
        <translation>Sortieren Sie die Zeilen nach der Zeit.</translation>
    </message>
    <message>
        <source>“text” has more than {most:,} characters.</source>
        <translation>„text“ hat mehr als {most:,} Zeichen.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>{path} already contains a session.</source>
        <translation>{path} enthält schon eine Sitzung.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{path} already contains {file}.</source>
        <translation>{path} enthält schon {file}.</translation>
    </message>
    <message>
        <source>Move it, or choose another place.</source>
        <translation>Verschieben Sie es, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{dataset} does not have this input: {input}.</source>
        <translation>{dataset} enthält diese Eingabe nicht: {input}.</translation>
    </message>
    <message>
        <source>No training sample of {dataset} has this input: {input}.</source>
        <translation>Kein Trainingsbeispiel von {dataset} hat diese Eingabe: {input}.</translation>
    </message>
    <message>
        <source>Choose another folder, or delete it first.</source>
        <translation>Wählen Sie einen anderen Ordner, oder löschen Sie es vorher.</translation>
    </message>
    <message>
        <source>{path} cannot be created: {reason}.</source>
        <translation>{path} lässt sich nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <source>Choose one of these cameras: {known}.</source>
        <translation>Wählen Sie eine dieser Kameras: {known}.</translation>
    </message>
    <message>
        <source>Choose one of these microphones: {known}.</source>
        <translation>Wählen Sie eines dieser Mikrofone: {known}.</translation>
    </message>
    <message>
        <source>The recording cannot be read: {path} is gone, or its disk is.</source>
        <translation>Die Aufzeichnung kann nicht gelesen werden: {path} ist verschwunden, oder der Datenträger ist es.</translation>
    </message>
    <message>
        <source>Connect the disk again, or put the folder back; then open the recording anew.</source>
        <translation>Schließen Sie den Datenträger wieder an, oder legen Sie den Ordner zurück; öffnen Sie dann die Aufzeichnung neu.</translation>
    </message>
    <message>
        <source>Choose another folder, or delete that file first.</source>
        <translation>Wählen Sie einen anderen Ordner, oder löschen Sie diese Datei vorher.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Es wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Record for longer, with at least one source on.</source>
        <translation>Nehmen Sie länger auf, mit mindestens einer Quelle.</translation>
    </message>
    <message>
        <source>No video can be written to {path}.</source>
        <translation>Nach {path} lässt sich kein Video schreiben.</translation>
    </message>
    <message>
        <source>Check that the folder is writable and the disk has space.</source>
        <translation>Prüfen Sie, ob in den Ordner geschrieben werden darf und auf dem Datenträger Platz ist.</translation>
    </message>
    <message>
        <source>{path} has nothing in it that can be played.</source>
        <translation>{path} enthält nichts, was abgespielt werden kann.</translation>
    </message>
    <message>
        <source>The recording {path} was torn off after {length_s:.1f} s.</source>
        <translation>Die Aufzeichnung {path} brach nach {length_s:.1f} s ab.</translation>
    </message>
    <message>
        <source>What was recorded until then is played.</source>
        <translation>Was bis dahin aufgezeichnet wurde, wird abgespielt.</translation>
    </message>
    <message>
        <source>The recording {path} is damaged in places: {count}.</source>
        <translation>Die Aufzeichnung {path} ist stellenweise beschädigt: {count}.</translation>
    </message>
    <message>
        <source>They are left out, and the rest is played.</source>
        <translation>Diese Stellen werden ausgelassen, der Rest wird abgespielt.</translation>
    </message>
    <message>
        <source>When this was recorded, {models} answered; now {name} does.</source>
        <translation>Bei der Aufzeichnung antwortete {models}, jetzt antwortet {name}.</translation>
    </message>
    <message>
        <source>Open that model to see the answers of then.</source>
        <translation>Öffnen Sie jenes Modell, um die damaligen Antworten zu sehen.</translation>
    </message>
    <message>
        <source>The recording is saved: {path}</source>
        <translation>Die Aufzeichnung ist gespeichert: {path}</translation>
    </message>
    <message>
        <source>The recording is deleted: {path}</source>
        <translation>Die Aufzeichnung ist gelöscht: {path}</translation>
    </message>
    <message>
        <source>The disk is almost full, so the recording {path} was ended.</source>
        <translation>Der Datenträger ist fast voll, deshalb wurde die Aufzeichnung {path} beendet.</translation>
    </message>
    <message>
        <source>It is saved until here. Free some space before you record again.</source>
        <translation>Bis hierher ist sie gespeichert. Schaffen Sie Platz, bevor Sie wieder aufzeichnen.</translation>
    </message>
    <message>
        <source>{path} cannot be recorded: the disk has less than {least_mb} MB left.</source>
        <translation>{path} kann nicht aufgezeichnet werden: Auf dem Datenträger sind weniger als {least_mb} MB frei.</translation>
    </message>
    <message>
        <source>Free some space there.</source>
        <translation>Schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>The recording ended, because its folder {path} is gone.</source>
        <translation>Die Aufzeichnung endete, weil ihr Ordner {path} verschwunden ist.</translation>
    </message>
    <message>
        <source>Check the disk, then record again.</source>
        <translation>Prüfen Sie den Datenträger, und zeichnen Sie dann neu auf.</translation>
    </message>
    <message>
        <source>The recording {path} ended because of an internal error.</source>
        <translation>Die Aufzeichnung {path} endete wegen eines internen Fehlers.</translation>
    </message>
    <message>
        <source>What was recorded until then is saved. The log file has the details.</source>
        <translation>Was bis dahin aufgezeichnet wurde, ist gespeichert. Näheres steht in der Protokolldatei.</translation>
    </message>
    <message>
        <source>A recording that is being played cannot be recorded again.</source>
        <translation>Eine Aufzeichnung, die wiedergegeben wird, kann nicht noch einmal aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>Choose File, Export to make a video or a table of it, or of a part of it.</source>
        <translation>Wählen Sie Datei, Exportieren, um daraus oder aus einem Teil davon ein Video oder eine Tabelle zu machen.</translation>
    </message>
    <message>
        <source>{path} is a recording with answers, which cannot be recorded again.</source>
        <translation>{path} ist eine Aufzeichnung mit Antworten und kann nicht noch einmal aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>Use mmdesk replay to make a video or a table of it, or of a part of it.</source>
        <translation>Machen Sie daraus oder aus einem Teil davon mit mmdesk replay ein Video oder eine Tabelle.</translation>
    </message>
    <message>
        <source>There is neither a camera nor a microphone to record from.</source>
        <translation>Es gibt weder eine Kamera noch ein Mikrofon zum Aufzeichnen.</translation>
    </message>
    <message>
        <source>Connect one, or give --session with a recorded session.</source>
        <translation>Schließen Sie eines an, oder geben Sie mit --session eine aufgezeichnete Sitzung an.</translation>
    </message>
    <message>
        <source>The model {name} could not be loaded because of an internal error.</source>
        <translation>Das Modell {name} konnte wegen eines internen Fehlers nicht geladen werden.</translation>
    </message>
    <message>
        <source>{model} has no fusion method {method}.</source>
        <translation>{model} hat keine Fusionsmethode {method}.</translation>
    </message>
    <message>
        <source>It has: {known}.</source>
        <translation>Es hat: {known}.</translation>
    </message>
    <message>
        <source>A prediction failed: {detail}.</source>
        <translation>Eine Vorhersage ist fehlgeschlagen: {detail}.</translation>
    </message>
    <message>
        <source>There is no prediction to write.</source>
        <translation>Es gibt keine Vorhersage zu schreiben.</translation>
    </message>
    <message>
        <source>Wait for the first answer.</source>
        <translation>Warten Sie auf die erste Antwort.</translation>
    </message>
    <message>
        <source>Predictions of two models cannot be written into one file.</source>
        <translation>Vorhersagen zweier Modelle lassen sich nicht in eine Datei schreiben.</translation>
    </message>
    <message>
        <source>Wait half a minute.</source>
        <translation>Warten Sie eine halbe Minute.</translation>
    </message>
    <message>
        <source>The model’s labels changed while its predictions were being written.</source>
        <translation>Die Klassen des Modells haben sich geändert, während seine Vorhersagen geschrieben wurden.</translation>
    </message>
    <message>
        <source>Writing {path} takes too long.</source>
        <translation>{path} lässt sich nicht schnell genug schreiben.</translation>
    </message>
    <message>
        <source>Choose a folder on another disk.</source>
        <translation>Wählen Sie einen Ort auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>{path} could not be written because of an internal error.</source>
        <translation>{path} konnte wegen eines internen Fehlers nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>The page template {path} is missing.</source>
        <translation>Die Seitenvorlage {path} fehlt.</translation>
    </message>
    <message>
        <source>Install mmdesk again.</source>
        <translation>Installieren Sie mmdesk neu.</translation>
    </message>
    <message>
        <source>The page template {path} is damaged in line {line}.</source>
        <translation>Die Seitenvorlage {path} ist in Zeile {line} beschädigt.</translation>
    </message>
    <message>
        <source>The page template {path}, or one that it needs, is damaged.</source>
        <translation>Die Seitenvorlage {path} oder eine, die sie braucht, ist beschädigt.</translation>
    </message>
    <message>
        <source>“{name}” does not end in .png or .svg.</source>
        <translation>„{name}“ endet nicht auf .png oder .svg.</translation>
    </message>
    <message>
        <source>Choose a name that ends in one of them.</source>
        <translation>Wählen Sie einen Namen, der auf eines davon endet.</translation>
    </message>
    <message>
        <source>There is nothing to draw.</source>
        <translation>Es gibt nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>Make the panel larger.</source>
        <translation>Vergrößern Sie das Feld.</translation>
    </message>
    <message>
        <source>There is no answer to write.</source>
        <translation>Es gibt keine Antwort zu schreiben.</translation>
    </message>
    <message>
        <source>Wait for the first one.</source>
        <translation>Warten Sie auf die erste.</translation>
    </message>
    <message>
        <source>This computer is in no network, so no telephone can reach it.</source>
        <translation>Dieser Rechner ist in keinem Netz, daher kann ihn kein Telefon erreichen.</translation>
    </message>
    <message>
        <source>Connect it to the telephone&apos;s network, or export the snapshot as a file.</source>
        <translation>Verbinden Sie ihn mit dem Netz des Telefons, oder speichern Sie den Moment als Datei.</translation>
    </message>
    <message>
        <source>Nothing can be offered at the address {address}: {reason}.</source>
        <translation>Unter der Adresse {address} lässt sich nichts anbieten: {reason}.</translation>
    </message>
    <message>
        <source>Choose another network, or export the snapshot as a file.</source>
        <translation>Wählen Sie ein anderes Netz, oder speichern Sie den Moment als Datei.</translation>
    </message>
    <message>
        <source>There is no answer to save.</source>
        <translation>Es gibt keine Antwort zum Aufheben.</translation>
    </message>
    <message>
        <source>Freeze the window while there is one.</source>
        <translation>Frieren Sie einen Moment mit Antwort ein.</translation>
    </message>
    <message>
        <source>The translation {path} is missing or damaged.</source>
        <translation>Die Übersetzung {path} fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>Install mmdesk again. Until then, some text is in English.</source>
        <translation>Installieren Sie mmdesk neu; bis dahin sind manche Wörter englisch.</translation>
    </message>
    <message>
        <source>No font on this computer has these characters: {characters}.</source>
        <translation>Keine Schrift auf diesem Computer hat diese Zeichen: {characters}.</translation>
    </message>
    <message>
        <source>Install a font for them. The model reads them all the same.</source>
        <translation>Installieren Sie eine Schrift dafür. Das Modell liest sie trotzdem.</translation>
    </message>
    <message>
        <source>The screen on which the audience window was is gone; it is a window here now.</source>
        <translation>Der Bildschirm mit dem Publikumsfenster ist weg; es ist jetzt ein Fenster auf diesem.</translation>
    </message>
    <message>
        <source>Connect the screen again, then close the audience window and open it anew.</source>
        <translation>Schließen Sie den Bildschirm wieder an, schließen Sie dann das Publikumsfenster und öffnen Sie es neu.</translation>
    </message>
    <message>
        <source>The picture could not be saved as {path}.</source>
        <translation>Das Bild konnte nicht als {path} gespeichert werden.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png or .jpg.</source>
        <translation>Wählen Sie einen Namen, der auf .png oder .jpg endet.</translation>
    </message>
    <message>
        <source>The screenshot could not be written: {path}</source>
        <translation>Das Bildschirmfoto konnte nicht geschrieben werden: {path}</translation>
    </message>
    <message>
        <source>Choose a folder you can write to, and a name that ends in .png.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen, und einen Namen, der auf .png endet.</translation>
    </message>
    <message>
        <source>An internal error happened: {detail}.</source>
        <translation>Es ist ein interner Fehler aufgetreten: {detail}.</translation>
    </message>
    <message>
        <source>“{name}” does not end in .mmdesk.</source>
        <translation>„{name}“ endet nicht auf .mmdesk.</translation>
    </message>
    <message>
        <source>There is no folder “{path}”.</source>
        <translation>Es gibt keinen Ordner „{path}“.</translation>
    </message>
    <message>
        <source>“{name}” exists already.</source>
        <translation>„{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>These choices do not go together: {detail}.</source>
        <translation>Diese Einstellungen passen nicht zusammen: {detail}.</translation>
    </message>
    <message>
        <source>Choose other values.</source>
        <translation>Wählen Sie andere Werte.</translation>
    </message>
    <message>
        <source>The loss is no longer a finite number ({stage}, epoch {epoch}).</source>
        <translation>Der Verlust ist keine endliche Zahl mehr ({stage}, Epoche {epoch}).</translation>
    </message>
    <message>
        <source>Lower the learning rate.</source>
        <translation>Verringern Sie die Lernrate.</translation>
    </message>
    <message>
        <source>{path}: the state of the interrupted run is damaged ({detail}).</source>
        <translation>{path}: Der Stand des unterbrochenen Laufs ist beschädigt ({detail}).</translation>
    </message>
    <message>
        <source>Delete that folder, or start over with --fresh.</source>
        <translation>Löschen Sie diesen Ordner, oder beginnen Sie neu mit --fresh.</translation>
    </message>
    <message>
        <source>{path}: the state of the training run would go here, but something else is already here.</source>
        <translation>{path}: Hierhin käme der Stand des Trainings, aber hier liegt schon etwas anderes.</translation>
    </message>
    <message>
        <source>{path}: the state of the training run cannot be written ({reason}); the last good state is kept.</source>
        <translation>{path}: Der Stand des Trainings lässt sich nicht schreiben ({reason}); der letzte gute Stand bleibt erhalten.</translation>
    </message>
    <message>
        <source>Free some space or choose another place, then start again: training continues from there.</source>
        <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ort, und starten Sie dann wieder: Es geht dort weiter.</translation>
    </message>
    <message>
        <source>There is not enough memory to continue.</source>
        <translation>Der Speicher reicht nicht, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Close other programs or choose smaller encoders, then start again: training continues from the last epoch.</source>
        <translation>Andere Programme schließen oder kleinere Encoder wählen und erneut starten: Das Training geht nach der letzten Epoche weiter.</translation>
    </message>
    <message>
        <source>The training process was killed, most likely because memory ran out.</source>
        <translation>Der Trainingsprozess wurde beendet, vermutlich weil der Speicher nicht reichte.</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly (status {status}).</source>
        <translation>Der Trainingsprozess ist unerwartet zu Ende gegangen (Status {status}).</translation>
    </message>
    <message>
        <source>Start again: training continues from the last epoch. The log file has the details.</source>
        <translation>Erneut starten: Das Training geht nach der letzten Epoche weiter. Näheres steht in der Protokolldatei.</translation>
    </message>
    <message>
        <source>The training process cannot be started.</source>
        <translation>Der Trainingsprozess kann nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Close other programs, then try again. The log file has the details.</source>
        <translation>Andere Programme schließen, dann noch einmal versuchen. Näheres steht in der Protokolldatei.</translation>
    </message>
    <message>
        <source>Leave out its encoder.</source>
        <translation>Lassen Sie ihren Encoder weg.</translation>
    </message>
    <message>
        <source>{dataset} has too few samples: {training} to train on, {validation} to validate.</source>
        <translation>{dataset} hat zu wenige Beispiele: {training} zum Trainieren, {validation} zum Validieren.</translation>
    </message>
    <message>
        <source>Add some, or leave out its encoder.</source>
        <translation>Fügen Sie welche hinzu, oder lassen Sie ihren Encoder weg.</translation>
    </message>
    <message>
        <source>The encoder {kind} cannot be created: {detail}.</source>
        <translation>Der Encoder {kind} lässt sich nicht bilden: {detail}.</translation>
    </message>
    <message>
        <source>Choose another encoder.</source>
        <translation>Wählen Sie einen anderen Encoder.</translation>
    </message>
    <message>
        <source>The fusion {kind} cannot be created: {detail}.</source>
        <translation>Die Fusion {kind} lässt sich nicht bilden: {detail}.</translation>
    </message>
    <message>
        <source>Choose other options.</source>
        <translation>Wählen Sie andere Optionen.</translation>
    </message>
    <message>
        <source>{dataset} has no samples to test with.</source>
        <translation>{dataset} hat keine Beispiele zum Testen.</translation>
    </message>
    <message>
        <source>{dataset}: the model was trained on every test sample; nothing is left to measure it with.</source>
        <translation>{dataset}: Das Modell wurde mit allen Testbeispielen trainiert; zum Messen bleibt nichts übrig.</translation>
    </message>
    <message>
        <source>{dataset} has no test sample that was not also used in training.</source>
        <translation>{dataset} hat kein Testbeispiel, mit dem nicht trainiert wurde.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>Free some disk space, or choose another place.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose a place where you can write, or change its permissions.</source>
        <translation>Wählen Sie einen Ort, an dem Sie schreiben dürfen, oder ändern Sie dessen Rechte.</translation>
    </message>
    <message>
        <source>Create its folder first, or choose another place.</source>
        <translation>Legen Sie zuerst den Ordner an, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose another place: a part of the path is a file.</source>
        <translation>Wählen Sie einen anderen Ort: Ein Teil des Pfads ist eine Datei.</translation>
    </message>
    <message>
        <source>Choose another name: a folder already has this one.</source>
        <translation>Wählen Sie einen anderen Namen: Ein Ordner heißt schon so.</translation>
    </message>
    <message>
        <source>Choose another name: a file already has this one.</source>
        <translation>Wählen Sie einen anderen Namen: Eine Datei heißt schon so.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Wählen Sie einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} ist ein Ordner.</translation>
    </message>
    <message>
        <source>Give the name of a file in it.</source>
        <translation>Nennen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>{path} already exists, and mmdesk did not write it.</source>
        <translation>{path} gibt es schon, und es stammt nicht von mmdesk.</translation>
    </message>
    <message>
        <source>Choose another name, or delete it first.</source>
        <translation>Wählen Sie einen anderen Namen, oder löschen Sie es vorher.</translation>
    </message>
    <message>
        <source>{path}: there is no folder {folder}.</source>
        <translation>{path}: Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
        <source>Create it first.</source>
        <translation>Legen Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>{path} is inside {folder}, which is read from.</source>
        <translation>{path} liegt in {folder}, das gelesen wird.</translation>
    </message>
    <message>
        <source>Choose a folder outside it.</source>
        <translation>Wählen Sie einen Ordner außerhalb.</translation>
    </message>
    <message>
        <source>{path} contains a recorded session ({file}).</source>
        <translation>{path} enthält eine aufgezeichnete Sitzung ({file}).</translation>
    </message>
    <message>
        <source>{path} contains a model ({file}).</source>
        <translation>{path} enthält ein Modell ({file}).</translation>
    </message>
    <message>
        <source>{path} contains a set of data ({file}).</source>
        <translation>{path} enthält einen Datensatz ({file}).</translation>
    </message>
    <message>
        <source>There was no prediction within {limit_s:.0f} s.</source>
        <translation>Innerhalb von {limit_s:.0f} s gab es keine Vorhersage.</translation>
    </message>
    <message>
        <source>Run mmdesk doctor.</source>
        <translation>Führen Sie „mmdesk doctor“ aus.</translation>
    </message>
    <message>
        <source>No picture, or no prediction from one, was shown while measuring.</source>
        <translation>Beim Messen wurde kein Bild gezeigt, oder keine Vorhersage daraus.</translation>
    </message>
    <message>
        <source>{name} holds examples, and no model was made of them yet.</source>
        <translation>{name} enthält Beispiele, aus denen noch kein Modell gemacht wurde.</translation>
    </message>
    <message>
        <source>In the Teach window choose Project → Open a shared file.</source>
        <translation>Wählen Sie im Fenster „Beibringen“ Projekt → Geteilte Datei öffnen.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is missing.</source>
        <translation>{name}: {member} ist unbrauchbar: Die Datei fehlt.</translation>
    </message>
    <message>
        <source>Choose another model, or get a fresh copy of this one.</source>
        <translation>Wählen Sie ein anderes Modell, oder besorgen Sie dieses noch einmal.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it occurs twice.</source>
        <translation>{name}: {member} ist unbrauchbar: Die Datei ist doppelt vorhanden.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is damaged ({detail}).</source>
        <translation>{name}: {member} ist unbrauchbar: Die Datei ist beschädigt ({detail}).</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is damaged or was changed (its SHA-256 is not the one in config.json).</source>
        <translation>{name}: {member} ist unbrauchbar: Die Datei ist beschädigt oder wurde verändert (ihr SHA-256 steht nicht so in config.json).</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is larger than {most_mib:,} MiB.</source>
        <translation>{name}: {member} ist unbrauchbar: Die Datei ist größer als {most_mib:,} MiB.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: its values do not make a model ({detail}).</source>
        <translation>{name}: {member} ist unbrauchbar: Die Werte ergeben kein Modell ({detail}).</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is not UTF-8 text.</source>
        <translation>{name}: {member} ist unbrauchbar: Die Datei ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>Update mmdesk, or open another model.</source>
        <translation>Aktualisieren Sie mmdesk, oder öffnen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: {detail}.</source>
        <translation>{name}: {member} ist unbrauchbar: {detail}.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: the tensor {tensor} is missing; tensors missing in all: {count:,}.</source>
        <translation>{name}: {member} ist unbrauchbar: Der Tensor {tensor} fehlt; fehlende Tensoren insgesamt: {count:,}.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it contains {tensor}, which the model does not have.</source>
        <translation>{name}: {member} ist unbrauchbar: Die Datei enthält {tensor}, das es im Modell nicht gibt.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: {tensor} is {found}, not {wanted}.</source>
        <translation>{name}: {member} ist unbrauchbar: {tensor} ist {found} statt {wanted}.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: {tensor} contains values that are not finite.</source>
        <translation>{name}: {member} ist unbrauchbar: {tensor} enthält Werte, die nicht endlich sind.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it does not fit the configuration ({detail}).</source>
        <translation>{name}: {member} ist unbrauchbar: Die Datei passt nicht zur Konfiguration ({detail}).</translation>
    </message>
    <message>
        <source>{name}: a model in a single file must hold all its weights, and this one does not.</source>
        <translation>{name}: Ein Modell in einer einzigen Datei muss alle seine Gewichte enthalten; dieses tut es nicht.</translation>
    </message>
    <message>
        <source>{name}: the model uses a part of the model {lender}, whose folder is not beside its own.</source>
        <translation>{name}: Das Modell benutzt einen Teil des Modells {lender}, dessen Ordner nicht neben seinem liegt.</translation>
    </message>
    <message>
        <source>Keep both folders side by side, or get a fresh copy of both.</source>
        <translation>Lassen Sie beide Ordner nebeneinander, oder besorgen Sie beide noch einmal.</translation>
    </message>
    <message>
        <source>{name}: the model uses a part of the model {lender}, which is not the same any more (encoder of {input}).</source>
        <translation>{name}: Das Modell benutzt einen Teil des Modells {lender}, der nicht mehr derselbe ist (Encoder von {input}).</translation>
    </message>
    <message>
        <source>Get a fresh copy of both models.</source>
        <translation>Besorgen Sie beide Modelle noch einmal.</translation>
    </message>
    <message>
        <source>{name}: {member} is not shown: {detail}.</source>
        <translation>{name}: {member} wird nicht gezeigt: {detail}.</translation>
    </message>
    <message>
        <source>The model works all the same. Correct the file or delete it.</source>
        <translation>Das Modell funktioniert trotzdem. Berichtigen oder löschen Sie die Datei.</translation>
    </message>
    <message>
        <source>{name}: it contains an unexpected member, {member}.</source>
        <translation>{name}: Die Datei enthält Fremdes: {member}.</translation>
    </message>
    <message>
        <source>{path}: there is no such model.</source>
        <translation>{path}: Dieses Modell gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>{name}: this is not a model file, or it is damaged.</source>
        <translation>{name}: Das ist keine Modelldatei, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>{name}: the file is damaged ({detail}).</source>
        <translation>{name}: Die Datei ist beschädigt ({detail}).</translation>
    </message>
    <message>
        <source>{name}: the file cannot be read ({reason}).</source>
        <translation>{name}: Die Datei lässt sich nicht lesen ({reason}).</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Prüfen Sie den Pfad und dessen Rechte.</translation>
    </message>
    <message>
        <source>{name}: the model could not be saved ({reason}).</source>
        <translation>{name}: Das Modell konnte nicht gespeichert werden ({reason}).</translation>
    </message>
    <message>
        <source>This model could not be opened again: {detail}.</source>
        <translation>Dieses Modell ließe sich nicht wieder öffnen: {detail}.</translation>
    </message>
    <message>
        <source>Choose smaller sizes or other labels.</source>
        <translation>Wählen Sie kleinere Größen oder andere Klassen.</translation>
    </message>
    <message>
        <source>The model’s {member} would be {size_mib:,} MiB, and at most {most_mib:,} MiB can be opened.</source>
        <translation>Die Datei {member} des Modells würde {size_mib:,} MiB groß, und höchstens {most_mib:,} MiB lassen sich öffnen.</translation>
    </message>
    <message>
        <source>Choose smaller sizes, or fewer classes or samples.</source>
        <translation>Wählen Sie kleinere Größen oder weniger Klassen oder Beispiele.</translation>
    </message>
    <message>
        <source>{path}: it cannot be read ({reason}).</source>
        <translation>{path}: lässt sich nicht lesen ({reason}).</translation>
    </message>
    <message>
        <source>{path}: something else is already there.</source>
        <translation>{path}: Dort liegt schon etwas anderes.</translation>
    </message>
    <message>
        <source>{name} needs the plug-in {distribution} {version}, which is not installed ({group}: {part}).</source>
        <translation>{name} braucht das Plug-in {distribution} {version}, das nicht installiert ist ({group}: {part}).</translation>
    </message>
    <message>
        <source>Install it if you trust its maker, then open the model again.</source>
        <translation>Installieren Sie es, wenn Sie seinem Hersteller vertrauen, und öffnen Sie das Modell dann noch einmal.</translation>
    </message>
    <message>
        <source>{name} is opened without its method {part}: it needs the plug-in {distribution} {version}, which is not installed.</source>
        <translation>{name} ist ohne die Methode {part} geöffnet: Es braucht das Plug-in {distribution} {version}, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>{name} needs the plug-in {distribution}, but what is installed under that name comes from {found} ({group}: {part}).</source>
        <translation>{name} braucht das Plug-in {distribution}, aber was unter diesem Namen installiert ist, kommt von {found} ({group}: {part}).</translation>
    </message>
    <message>
        <source>Remove {found} and install {distribution}, then open the model again.</source>
        <translation>Entfernen Sie {found}, installieren Sie {distribution} und öffnen Sie das Modell dann noch einmal.</translation>
    </message>
    <message>
        <source>{name} needs the plug-in {distribution} {version}, which does not work ({group}: {part}; {detail}).</source>
        <translation>{name} braucht das Plug-in {distribution} {version}, das nicht funktioniert ({group}: {part}; {detail}).</translation>
    </message>
    <message>
        <source>Update the plug-in, then open the model again.</source>
        <translation>Aktualisieren Sie das Plug-in und öffnen Sie das Modell dann noch einmal.</translation>
    </message>
    <message>
        <source>The plug-in {distribution} {version} does not work and is left out ({group}: {part}; {detail}).</source>
        <translation>Das Plug-in {distribution} {version} funktioniert nicht und wird weggelassen ({group}: {part}; {detail}).</translation>
    </message>
    <message>
        <source>Update it, or remove it.</source>
        <translation>Aktualisieren oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>The plug-in {distribution} {version} failed and is left out ({part}; {detail}).</source>
        <translation>Das Plug-in {distribution} {version} ist gescheitert und wird weggelassen ({part}; {detail}).</translation>
    </message>
    <message>
        <source>Update it, or choose a model that does not need it.</source>
        <translation>Aktualisieren Sie es oder wählen Sie ein Modell, das es nicht braucht.</translation>
    </message>
    <message>
        <source>The plug-in {distribution} is left out: its name is taken ({group}: {part}).</source>
        <translation>Das Plug-in {distribution} wird weggelassen: Sein Name ist vergeben ({group}: {part}).</translation>
    </message>
    <message>
        <source>Remove it, or whatever else has that name.</source>
        <translation>Entfernen Sie es oder das andere, das so heißt.</translation>
    </message>
    <message>
        <source>These plug-ins do not work and are left out: {known}.</source>
        <translation>Diese Plug-ins funktionieren nicht und werden weggelassen: {known}.</translation>
    </message>
    <message>
        <source>Help, Diagnostics says why.</source>
        <translation>Hilfe, Diagnose sagt, warum.</translation>
    </message>
    <message>
        <source>The method {method} of the plug-in {distribution} {version} failed and is left out of the model: {detail}.</source>
        <translation>Die Methode {method} des Plug-ins {distribution} {version} ist gescheitert und fehlt im Modell: {detail}.</translation>
    </message>
    <message>
        <source>Update the plug-in, or train without it.</source>
        <translation>Aktualisieren Sie das Plug-in oder trainieren Sie ohne es.</translation>
    </message>
    <message>
        <source>{name} sends nothing any more.</source>
        <translation>{name} sendet nichts mehr.</translation>
    </message>
    <message>
        <source>Check that it is on and connected.</source>
        <translation>Prüfen Sie, ob es eingeschaltet und verbunden ist.</translation>
    </message>
    <message>
        <source>{name} sends something else than {wanted} finite numbers at a time.</source>
        <translation>{name} sendet etwas anderes als jeweils {wanted} endliche Zahlen.</translation>
    </message>
    <message>
        <source>Choose another source, or check what it sends.</source>
        <translation>Wählen Sie eine andere Quelle oder prüfen Sie, was sie sendet.</translation>
    </message>
    <message>
        <source>Every line must hold {wanted} finite numbers with commas between.</source>
        <translation>Jede Zeile muss {wanted} endliche Zahlen mit Kommas dazwischen enthalten.</translation>
    </message>
    <message>
        <source>Mend the file.</source>
        <translation>Berichtigen Sie die Datei.</translation>
    </message>
    <message>
        <source>It has more than {most:,} lines.</source>
        <translation>Sie hat mehr als {most:,} Zeilen.</translation>
    </message>
    <message>
        <source>Cut it into pieces.</source>
        <translation>Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>It holds no numbers.</source>
        <translation>Sie enthält keine Zahlen.</translation>
    </message>
    <message>
        <source>Replace it by one that does.</source>
        <translation>Ersetzen Sie sie durch eine, die welche enthält.</translation>
    </message>
    <message>
        <source>The plug-in of “{title}” does not read it: {detail}.</source>
        <translation>Das Plug-in von „{title}“ liest sie nicht: {detail}.</translation>
    </message>
    <message>
        <source>Check the file, or update the plug-in.</source>
        <translation>Prüfen Sie die Datei oder aktualisieren Sie das Plug-in.</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>Sie kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>This system cannot show the folder {path}.</source>
        <translation>Dieses System kann den Ordner {path} nicht anzeigen.</translation>
    </message>
    <message>
        <source>Open it in your file manager.</source>
        <translation>Öffnen Sie ihn in Ihrem Dateimanager.</translation>
    </message>
    <message>
        <source>The list is on the clipboard.</source>
        <translation>Die Liste liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>{count} things were dropped at once.</source>
        <translation>{count} Dinge wurden auf einmal abgelegt.</translation>
    </message>
    <message>
        <source>Drop one file or one folder.</source>
        <translation>Legen Sie eine einzelne Datei oder einen einzelnen Ordner ab.</translation>
    </message>
    <message>
        <source>{path} is no model, no recording, no teaching project and no data folder.</source>
        <translation>{path} ist weder ein Modell noch eine Aufzeichnung, weder ein Lehrprojekt noch ein Datenordner.</translation>
    </message>
    <message>
        <source>A data folder has a folder of pictures or sounds for each class, or samples.csv.</source>
        <translation>Ein Datenordner enthält für jede Klasse einen Ordner mit Bildern oder Tönen, oder samples.csv.</translation>
    </message>
    <message>
        <source>{path} is of a kind that cannot be opened here.</source>
        <translation>{path} ist von einer Art, die sich hier nicht öffnen lässt.</translation>
    </message>
    <message>
        <source>Drop a picture, a sound, a text, a video, a model (.mmdesk), a recording or a data folder.</source>
        <translation>Legen Sie ein Bild, einen Ton, einen Text, ein Video, ein Modell (.mmdesk), eine Aufzeichnung oder einen Datenordner ab.</translation>
    </message>
    <message>
        <source>{path} has no text in it.</source>
        <translation>{path} enthält keinen Text.</translation>
    </message>
    <message>
        <source>Drop another file.</source>
        <translation>Legen Sie eine andere Datei ab.</translation>
    </message>
    <message>
        <source>The text in {path} is longer than {most} characters.</source>
        <translation>Der Text in {path} ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>Drop a shorter one.</source>
        <translation>Legen Sie einen kürzeren ab.</translation>
    </message>
    <message>
        <source>The model that runs has no input for {name} ({kind}).</source>
        <translation>Das laufende Modell hat keine Eingabe für {name} ({kind}).</translation>
    </message>
    <message>
        <source>Open another model first.</source>
        <translation>Öffnen Sie zuerst ein anderes Modell.</translation>
    </message>
    <message>
        <source>{name} can no longer be held, because of an internal error.</source>
        <translation>{name} kann wegen eines internen Fehlers nicht mehr gehalten werden.</translation>
    </message>
    <message>
        <source>Drop it again, or choose another source.</source>
        <translation>Legen Sie es erneut ab oder wählen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>Die Diagnose liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Paste them into a message, and say what you did, what you expected and what happened. They hold no picture, sound or text.</source>
        <translation>Fügen Sie sie in eine Nachricht ein und schreiben Sie dazu, was Sie getan haben, was Sie erwartet haben und was geschah. Sie enthält weder Bild noch Ton noch Text.</translation>
    </message>
    <message>
        <source>No camera and no microphone was found.</source>
        <translation>Es wurde weder eine Kamera noch ein Mikrofon gefunden.</translation>
    </message>
    <message>
        <source>Plug one in, then choose it at the top of its panel.</source>
        <translation>Schließen Sie eines an und wählen Sie es dann oben in seinem Feld aus.</translation>
    </message>
    <message>
        <source>Unknown device “{name}”.</source>
        <translation>Unbekanntes Gerät „{name}“.</translation>
    </message>
    <message>
        <source>Choose one of these: {known}.</source>
        <translation>Wählen Sie eines davon: {known}.</translation>
    </message>
    <message>
        <source>The device cuda is not available: this build of torch has no CUDA.</source>
        <translation>Das Gerät cuda ist nicht verfügbar: Dieses torch ist ohne CUDA gebaut.</translation>
    </message>
    <message>
        <source>Use --device auto or cpu.</source>
        <translation>Verwenden Sie --device auto oder cpu.</translation>
    </message>
    <message>
        <source>The device cuda is not available: no usable NVIDIA GPU was found.</source>
        <translation>Das Gerät cuda ist nicht verfügbar: Es wurde keine brauchbare NVIDIA-GPU gefunden.</translation>
    </message>
    <message>
        <source>The device mps is not available: it needs macOS on Apple silicon.</source>
        <translation>Das Gerät mps ist nicht verfügbar: Es braucht macOS auf Apple-Chips.</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>this is a folder, not a file.</source>
        <translation>Das ist ein Ordner und keine Datei.</translation>
    </message>
    <message>
        <source>this is a device or a pipe, not a file.</source>
        <translation>Das ist ein Gerät oder eine Pipe und keine Datei.</translation>
    </message>
    <message>
        <source>the file cannot be read ({reason}).</source>
        <translation>Die Datei lässt sich nicht lesen ({reason}).</translation>
    </message>
    <message>
        <source>this file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>Export it again, or leave its cell blank.</source>
        <translation>Exportieren Sie die Datei noch einmal, oder lassen Sie ihre Zelle leer.</translation>
    </message>
    <message>
        <source>this is not a picture that can be read.</source>
        <translation>Das ist kein lesbares Bild.</translation>
    </message>
    <message>
        <source>Save it as PNG or JPEG.</source>
        <translation>Speichern Sie es als PNG oder JPEG.</translation>
    </message>
    <message>
        <source>pictures in {kind} format are not supported.</source>
        <translation>Bilder im Format {kind} werden nicht gelesen.</translation>
    </message>
    <message>
        <source>this picture is damaged or cut off.</source>
        <translation>Dieses Bild ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>this picture contains values that are not numbers.</source>
        <translation>Dieses Bild enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>{width_px:,} × {height_px:,} pixels are too many.</source>
        <translation>{width_px:,} × {height_px:,} Pixel sind zu viele.</translation>
    </message>
    <message>
        <source>Make the picture smaller.</source>
        <translation>Verkleinern Sie das Bild.</translation>
    </message>
    <message>
        <source>it has too many pixels.</source>
        <translation>Das Bild hat zu viele Pixel.</translation>
    </message>
    <message>
        <source>this is not a sound that can be read.</source>
        <translation>Das ist kein lesbarer Ton.</translation>
    </message>
    <message>
        <source>Save it as WAV or FLAC.</source>
        <translation>Speichern Sie es als WAV oder FLAC.</translation>
    </message>
    <message>
        <source>sounds in {kind} format are not supported.</source>
        <translation>Tondateien im Format {kind} werden nicht gelesen.</translation>
    </message>
    <message>
        <source>this sound is damaged or cut off.</source>
        <translation>Dieser Ton ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>this sound contains values that are not numbers.</source>
        <translation>Dieser Ton enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>this sound is empty.</source>
        <translation>Dieser Ton ist leer.</translation>
    </message>
    <message>
        <source>Record it again, or leave its cell blank.</source>
        <translation>Nehmen Sie ihn noch einmal auf, oder lassen Sie seine Zelle leer.</translation>
    </message>
    <message>
        <source>this sound lasts longer than {most_min:.0f} minutes.</source>
        <translation>Dieser Ton dauert länger als {most_min:.0f} Minuten.</translation>
    </message>
    <message>
        <source>Cut out the part that matters.</source>
        <translation>Schneiden Sie den Teil heraus, auf den es ankommt.</translation>
    </message>
    <message>
        <source>is silent throughout.</source>
        <translation>Durchgehend still.</translation>
    </message>
    <message>
        <source>videos are not supported.</source>
        <translation>Videos werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Save one of its pictures as PNG or JPEG, or its sound as WAV or FLAC.</source>
        <translation>Speichern Sie eines der Bilder als PNG oder JPEG, oder den Ton als WAV oder FLAC.</translation>
    </message>
    <message>
        <source>is written in UTF-32.</source>
        <translation>Die Tabelle ist in UTF-32 geschrieben.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>is written in UTF-16.</source>
        <translation>Die Tabelle ist in UTF-16 geschrieben.</translation>
    </message>
    <message>
        <source>is a spreadsheet, not a CSV table.</source>
        <translation>Das ist ein Arbeitsblatt und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>Save it as CSV, in UTF-8.</source>
        <translation>Speichern Sie es als CSV in UTF-8.</translation>
    </message>
    <message>
        <source>cannot be read: {reason}.</source>
        <translation>Nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>is empty; it must begin with a header such as {heading}.</source>
        <translation>Die Tabelle ist leer; sie muss mit einer Kopfzeile wie {heading} beginnen.</translation>
    </message>
    <message>
        <source>has a header but no rows.</source>
        <translation>Unter der Kopfzeile stehen keine Zeilen.</translation>
    </message>
    <message>
        <source>does not separate its cells with commas.</source>
        <translation>Die Zellen sind nicht durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Save it with commas.</source>
        <translation>Speichern Sie sie mit Kommas.</translation>
    </message>
    <message>
        <source>is not valid CSV here: {detail}; the rows after it were not read.</source>
        <translation>Hier kein gültiges CSV: {detail}; die Zeilen danach wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>is not valid CSV here: a cell has more than {most:,} characters; the rows after it were not read.</source>
        <translation>Hier kein gültiges CSV: Eine Zelle hat mehr als {most:,} Zeichen; die Zeilen danach wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>is not valid CSV: a quote that opens here is never closed; the rows after it were not read.</source>
        <translation>Kein gültiges CSV: Ein Anführungszeichen, das hier öffnet, wird nie geschlossen; die Zeilen danach wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>is not valid CSV: a quote that opens here is not closed before a comma (line {end}); the rows after it were not read.</source>
        <translation>Kein gültiges CSV: Ein Anführungszeichen, das hier öffnet, wird nicht vor einem Komma geschlossen (Zeile {end}); die Zeilen danach wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>is not valid CSV: a quote that opens here is not closed within {most:,} characters; the rows after it were not read.</source>
        <translation>Kein gültiges CSV: Ein Anführungszeichen, das hier öffnet, wird nicht innerhalb von {most:,} Zeichen geschlossen; die Zeilen danach wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>has none of the columns {known}; the first line must name them.</source>
        <translation>Keine der Spalten {known} ist da; die erste Zeile muss sie nennen.</translation>
    </message>
    <message>
        <source>has no name for column {number}; known columns: {known}.</source>
        <translation>Spalte Nummer {number} hat keinen Namen; bekannt sind {known}.</translation>
    </message>
    <message>
        <source>has the column “{column}” twice.</source>
        <translation>Die Spalte „{column}“ steht zweimal da.</translation>
    </message>
    <message>
        <source>has an unknown column “{column}”; known columns: {known}.</source>
        <translation>Unbekannte Spalte „{column}“; bekannt sind {known}.</translation>
    </message>
    <message>
        <source>has a column “{column}” of an unknown kind of input, “{kind}”.</source>
        <translation>Die Spalte „{column}“ ist von einer unbekannten Art von Eingabe, „{kind}“.</translation>
    </message>
    <message>
        <source>Put one of these before the colon: {known}.</source>
        <translation>Setzen Sie eines davon vor den Doppelpunkt: {known}.</translation>
    </message>
    <message>
        <source>has a column “{column}”, but the part after its colon is not a name.</source>
        <translation>In der Spalte „{column}“ steht nach dem Doppelpunkt kein Name.</translation>
    </message>
    <message>
        <source>Use 1 to 40 letters, digits, spaces, “-” and “_”, as in “image:front”.</source>
        <translation>Verwenden Sie 1 bis 40 Buchstaben, Ziffern, Leerzeichen, „-“ und „_“, wie in „image:front“.</translation>
    </message>
    <message>
        <source>has two inputs called “{name}”, in the columns “{other}” and “{column}”.</source>
        <translation>Zwei Eingaben heißen „{name}“, in den Spalten „{other}“ und „{column}“.</translation>
    </message>
    <message>
        <source>Give one of them another name after the colon, as in “image:side”.</source>
        <translation>Geben Sie einer davon nach dem Doppelpunkt einen anderen Namen, wie in „image:side“.</translation>
    </message>
    <message>
        <source>has {count} inputs; a model takes at most {most}.</source>
        <translation>Hat {count} Eingaben; ein Modell nimmt höchstens {most}.</translation>
    </message>
    <message>
        <source>Leave out some of these columns.</source>
        <translation>Lassen Sie einige dieser Spalten weg.</translation>
    </message>
    <message>
        <source>lacks the column “{column}”; known columns: {known}.</source>
        <translation>Die Spalte „{column}“ fehlt; bekannt sind {known}.</translation>
    </message>
    <message>
        <source>is ignored; it must be called {name}.</source>
        <translation>Wird nicht gelesen; die Tabelle muss {name} heißen.</translation>
    </message>
    <message>
        <source>is ignored here; put its rows into {name} beside the splits, with paths from there.</source>
        <translation>Wird hier nicht gelesen; schreiben Sie die Zeilen in {name} neben den Teilmengen, mit Pfaden von dort aus.</translation>
    </message>
    <message>
        <source>is ignored beside {name}.</source>
        <translation>Wird neben {name} nicht gelesen.</translation>
    </message>
    <message>
        <source>contains a zero byte.</source>
        <translation>Enthält ein Nullbyte.</translation>
    </message>
    <message>
        <source>Delete it.</source>
        <translation>Löschen Sie es.</translation>
    </message>
    <message>
        <source>is not UTF-8 (byte {byte} at position {position}).</source>
        <translation>Kein UTF-8 (Byte {byte} an Stelle {position}).</translation>
    </message>
    <message>
        <source>has {found} cells, but the header has {wanted}.</source>
        <translation>Zellen in dieser Zeile: {found}; in der Kopfzeile: {wanted}.</translation>
    </message>
    <message>
        <source>has no input: all cells but those of label and split are blank.</source>
        <translation>Hat keine Eingabe: Alle Zellen außer label und split sind leer.</translation>
    </message>
    <message>
        <source>--from {begin:g} --to {end:g} is no stretch.</source>
        <translation>--from {begin:g} --to {end:g} ist kein Abschnitt.</translation>
    </message>
    <message>
        <source>Give the seconds at which it begins and ends, the smaller one first.</source>
        <translation>Geben Sie an, bei welcher Sekunde er beginnt und endet, die kleinere zuerst.</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>Es gibt nichts zu schreiben.</translation>
    </message>
    <message>
        <source>Give --out DIR for a report, --video FILE for a video, or both.</source>
        <translation>Geben Sie --out DIR für einen Bericht, --video FILE für ein Video oder beides an.</translation>
    </message>
    <message>
        <source>{path} is no name of a video.</source>
        <translation>{path} ist kein Name für ein Video.</translation>
    </message>
    <message>
        <source>Give one that ends in .webm.</source>
        <translation>Geben Sie einen an, der auf .webm endet.</translation>
    </message>
    <message>
        <source>--parquet is of no use without --out.</source>
        <translation>--parquet nützt nichts ohne --out.</translation>
    </message>
    <message>
        <source>Give --out DIR as well.</source>
        <translation>Geben Sie auch --out DIR an.</translation>
    </message>
    <message>
        <source>--weights {word} gives no shares of this model&apos;s inputs.</source>
        <translation>--weights {word} nennt keine Anteile der Eingaben dieses Modells.</translation>
    </message>
    <message>
        <source>Give NAME=SHARE with commas between; there are these inputs: {known}.</source>
        <translation>Geben Sie NAME=ANTEIL an, durch Kommas getrennt; es gibt diese Eingaben: {known}.</translation>
    </message>
    <message>
        <source>--perturb {word} names nothing that can be done to an input of this model.</source>
        <translation>--perturb {word} nennt nichts, was sich mit einer Eingabe dieses Modells machen lässt.</translation>
    </message>
    <message>
        <source>There are these: {known}.</source>
        <translation>Es gibt diese: {known}.</translation>
    </message>
    <message>
        <source>--perturb {word} is out of range.</source>
        <translation>--perturb {word} liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Give a strength from {least:g} to {most:g}.</source>
        <translation>Geben Sie eine Stärke von {least:g} bis {most:g} an.</translation>
    </message>
    <message>
        <source>--perturb {word} does the same to an input a second time.</source>
        <translation>--perturb {word} macht mit einer Eingabe dasselbe ein zweites Mal.</translation>
    </message>
    <message>
        <source>Give each only once.</source>
        <translation>Geben Sie jedes nur einmal an.</translation>
    </message>
    <message>
        <source>--mute {word} names no input of this model.</source>
        <translation>--mute {word} nennt keine Eingabe dieses Modells.</translation>
    </message>
    <message>
        <source>{path} cannot be written: the package pyarrow is not installed.</source>
        <translation>{path} kann nicht geschrieben werden: Das Paket pyarrow ist nicht installiert.</translation>
    </message>
    <message>
        <source>Choose CSV, or mmdesk from pip, not from an installer: pip install &apos;mmdesk[parquet]&apos; (in a checkout: pip install -e &apos;.[parquet]&apos;).</source>
        <translation>Wählen Sie CSV, oder mmdesk aus pip, nicht aus einem Installationsprogramm: pip install &apos;mmdesk[parquet]&apos; (in einem Arbeitsverzeichnis: pip install -e &apos;.[parquet]&apos;).</translation>
    </message>
    <message>
        <source>The video {path} cannot be begun: its encoder is missing.</source>
        <translation>Das Video {path} kann nicht begonnen werden: Der Encoder fehlt.</translation>
    </message>
    <message>
        <source>Install mmdesk&apos;s own opencv-python.</source>
        <translation>Installieren Sie das opencv-python, das zu mmdesk gehört.</translation>
    </message>
    <message>
        <source>There is no answer in this stretch of the recording.</source>
        <translation>In diesem Abschnitt der Aufzeichnung gibt es keine Antwort.</translation>
    </message>
    <message>
        <source>Choose a longer one.</source>
        <translation>Wählen Sie einen längeren.</translation>
    </message>
    <message>
        <source>Close other programs that need memory, and try again.</source>
        <translation>Schließen Sie andere Programme, die Speicher brauchen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The sound of the video {path} cannot be written: {detail}.</source>
        <translation>Der Ton des Videos {path} kann nicht geschrieben werden: {detail}.</translation>
    </message>
    <message>
        <source>Free some space on that disk.</source>
        <translation>Geben Sie auf diesem Datenträger Platz frei.</translation>
    </message>
    <message>
        <source>The video {path} cannot be put together: {detail}.</source>
        <translation>Das Video {path} kann nicht zusammengesetzt werden: {detail}.</translation>
    </message>
    <message>
        <source>Give seconds above 0, at most {most:g}.</source>
        <translation>Geben Sie Sekunden über 0 an, höchstens {most:g}.</translation>
    </message>
    <message>
        <source>{option}: the model has several inputs of this kind: {known}.</source>
        <translation>{option}: Das Modell hat mehrere Eingaben dieser Art: {known}.</translation>
    </message>
    <message>
        <source>Say which one is given: {option} NAME=…, with one of these names.</source>
        <translation>Sagen Sie, welche gemeint ist: {option} NAME=…, mit einem dieser Namen.</translation>
    </message>
    <message>
        <source>No input is left to train on.</source>
        <translation>Es bleibt keine Eingabe zum Trainieren.</translation>
    </message>
    <message>
        <source>--encoder {word}: there is no such input.</source>
        <translation>--encoder {word}: Diese Eingabe gibt es nicht.</translation>
    </message>
    <message>
        <source>has no label.</source>
        <translation>Hat keine Klasse (label).</translation>
    </message>
    <message>
        <source>the class “{label}” of the unknown samples is one that the model knows: “{known}”.</source>
        <translation>Die Klasse „{label}“ der unbekannten Beispiele ist eine, die das Modell kennt: „{known}“.</translation>
    </message>
    <message>
        <source>Take its samples out, or rename it if it is something else.</source>
        <translation>Nehmen Sie deren Beispiele heraus oder benennen Sie die Klasse um, wenn sie etwas anderes ist.</translation>
    </message>
    <message>
        <source>{name} is being read.</source>
        <translation>{name} wird gelesen.</translation>
    </message>
    <message>
        <source>names the split “{split}”; known splits: {known}.</source>
        <translation>Nennt die Teilmenge „{split}“; bekannt sind {known}.</translation>
    </message>
    <message>
        <source>has no split, but other rows do.</source>
        <translation>Hat keine Teilmenge (split), andere Zeilen aber schon.</translation>
    </message>
    <message>
        <source>has spaces around the label “{label}”; they are removed. Rows like this: {count}.</source>
        <translation>Um die Klasse „{label}“ stehen Leerzeichen; sie werden weggelassen. Solche Zeilen insgesamt: {count}.</translation>
    </message>
    <message>
        <source>repeats line {first}; it is left out.</source>
        <translation>Wiederholt Zeile {first}; weggelassen.</translation>
    </message>
    <message>
        <source>puts the inputs of line {first} into another split as well.</source>
        <translation>Legt Zeile {first} auch in eine andere Teilmenge.</translation>
    </message>
    <message>
        <source>gives the inputs of line {first} the label “{label}” instead of “{other}”.</source>
        <translation>Gibt den Eingaben von Zeile {first} die Klasse „{label}“ statt „{other}“.</translation>
    </message>
    <message>
        <source>names no file.</source>
        <translation>Nennt keine Datei.</translation>
    </message>
    <message>
        <source>names the file of line {first} again, with different content.</source>
        <translation>Nennt die Datei von Zeile {first} noch einmal, mit etwas anderem.</translation>
    </message>
    <message>
        <source>names “{file}”, which is in no class folder.</source>
        <translation>Nennt „{file}“, das in keinem Klassenordner liegt.</translation>
    </message>
    <message>
        <source>{column}: “{cell}” leads outside the folder; paths are relative to it.</source>
        <translation>{column}: „{cell}“ führt aus dem Ordner hinaus; Pfade gelten von ihm aus.</translation>
    </message>
    <message>
        <source>{column}: there is no file “{cell}”.</source>
        <translation>{column}: Es gibt keine Datei „{cell}“.</translation>
    </message>
    <message>
        <source>{column}: “{cell}” is an empty file.</source>
        <translation>{column}: „{cell}“ ist eine leere Datei.</translation>
    </message>
    <message>
        <source>{column}: “{cell}” does not have the extension of a picture file.</source>
        <translation>{column}: „{cell}“ ist nach der Endung des Namens kein Bild.</translation>
    </message>
    <message>
        <source>{column}: “{cell}” does not have the extension of a sound file.</source>
        <translation>{column}: „{cell}“ ist nach der Endung des Namens kein Ton.</translation>
    </message>
    <message>
        <source>{column}: “{cell}” does not have one of these extensions: {known}.</source>
        <translation>{column}: „{cell}“ hat keine dieser Endungen: {known}.</translation>
    </message>
    <message>
        <source>{column}: “{cell}”: files in {kind} format are not supported.</source>
        <translation>{column}: „{cell}“: Dateien im Format {kind} werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Save pictures as PNG or JPEG, sounds as WAV or FLAC.</source>
        <translation>Speichern Sie Bilder als PNG oder JPEG, Ton als WAV oder FLAC.</translation>
    </message>
    <message>
        <source>counts as the class “{label}”: spaces or control characters are removed.</source>
        <translation>Gilt als Klasse „{label}“: Leer- oder Steuerzeichen sind weggelassen.</translation>
    </message>
    <message>
        <source>is the same class as “{other}”: they differ only in spaces or in how letters are composed.</source>
        <translation>Ist dieselbe Klasse wie „{other}“, bis auf Leerzeichen oder die Zusammensetzung von Buchstaben.</translation>
    </message>
    <message>
        <source>is a class folder without pictures or sounds; it is left out.</source>
        <translation>Klassenordner ohne Bilder und Töne; weggelassen.</translation>
    </message>
    <message>
        <source>contains {count} × {suffix}, neither pictures nor sounds; they are left out.</source>
        <translation>Enthält {count} × {suffix}, weder Bild noch Ton; weggelassen.</translation>
    </message>
    <message>
        <source>contains {count} × {suffix}, left out: files in {kind} format are not supported.</source>
        <translation>Enthält {count} × {suffix}, weggelassen: Dateien im Format {kind} werden nicht gelesen.</translation>
    </message>
    <message>
        <source>contains folders with pictures or sounds ({names}), which count as “{label}” too.</source>
        <translation>Enthält Ordner mit Bildern oder Tönen ({names}), die auch als „{label}“ zählen.</translation>
    </message>
    <message>
        <source>contains folders with pictures or sounds ({names}), which count as “{label}” too; if these are the classes, choose the folder “{label}” itself.</source>
        <translation>Enthält Ordner mit Bildern oder Tönen ({names}), die auch als „{label}“ zählen; wenn das die Klassen sind, wählen Sie den Ordner „{label}“ selbst.</translation>
    </message>
    <message>
        <source>contains folders with pictures or sounds ({names}), which count as “{label}” too; splits go around the class folders.</source>
        <translation>Enthält Ordner mit Bildern oder Tönen ({names}), die auch als „{label}“ zählen; Teilmengen gehören um die Klassenordner herum.</translation>
    </message>
    <message>
        <source>cannot be read ({reason}); it is left out.</source>
        <translation>Darf nicht gelesen werden ({reason}); weggelassen.</translation>
    </message>
    <message>
        <source>is the same folder as “{first}”; it is left out.</source>
        <translation>Ist noch einmal der Ordner „{first}“; weggelassen.</translation>
    </message>
    <message>
        <source>contains files beside the class folders (pictures: {pictures:,}, sounds: {sounds:,}): {names}; they are left out.</source>
        <translation>Enthält Dateien neben den Klassenordnern (Bilder: {pictures:,}, Töne: {sounds:,}): {names}; weggelassen.</translation>
    </message>
    <message>
        <source>contains {names} beside the class folders; they are left out.</source>
        <translation>Enthält {names} neben den Klassenordnern; weggelassen.</translation>
    </message>
    <message>
        <source>used as splits: {names}; the folders in them are the classes.</source>
        <translation>Als Teilmengen genommen: {names}; die Klassen sind die Ordner darin.</translation>
    </message>
    <message>
        <source>is beside the splits and contains no class folders; it is left out.</source>
        <translation>Liegt neben den Teilmengen und enthält keine Klassenordner; weggelassen.</translation>
    </message>
    <message>
        <source>contains split folders ({names}) beside {others}; put every class into the splits, or rename the folders that are not splits.</source>
        <translation>Enthält Ordner wie Teilmengen, mit Ordnern darin ({names}), neben {others}; legen Sie jede Klasse in die Teilmengen, oder benennen Sie um, was keine ist.</translation>
    </message>
    <message>
        <source>named like splits, but without class folders: {names}; put class folders into them, or rename them if they are classes.</source>
        <translation>Heißen wie Teilmengen, enthalten aber keine Klassenordner: {names}; legen Sie Klassenordner hinein, oder geben Sie Klassen andere Namen.</translation>
    </message>
    <message>
        <source>used as classes, although named like splits: {names}.</source>
        <translation>Als Klassen genommen, obwohl sie wie Teilmengen heißen: {names}.</translation>
    </message>
    <message>
        <source>has the same name as {other}, apart from the extension; it is left out.</source>
        <translation>Heißt bis auf die Endung wie {other}; weggelassen.</translation>
    </message>
    <message>
        <source>is a broken link.</source>
        <translation>Ist eine Verknüpfung, die ins Leere führt.</translation>
    </message>
    <message>
        <source>is not a file.</source>
        <translation>Ist keine Datei.</translation>
    </message>
    <message>
        <source>is an empty file.</source>
        <translation>Ist eine leere Datei.</translation>
    </message>
    <message>
        <source>cannot be read: permission denied.</source>
        <translation>Darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>Ändern Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>there is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>has no samples; it needs class folders with pictures, or samples.csv with rows.</source>
        <translation>Enthält keine Beispiele; nötig sind Klassenordner mit Bildern oder samples.csv mit Zeilen.</translation>
    </message>
    <message>
        <source>has {found:,} classes, but a model can have at most {most:,}.</source>
        <translation>Enthält {found:,} Klassen, und ein Modell kann höchstens {most:,} unterscheiden.</translation>
    </message>
    <message>
        <source>has {found:,} samples, but a model can learn from at most {most:,}.</source>
        <translation>Enthält {found:,} Beispiele, und ein Modell kann höchstens {most:,} lernen.</translation>
    </message>
    <message>
        <source>has only one class, “{label}”; there must be at least two.</source>
        <translation>Enthält nur die Klasse „{label}“; es müssen mindestens zwei sein.</translation>
    </message>
    <message>
        <source>has one sample per class: nothing would be left to measure with.</source>
        <translation>Hat ein Beispiel pro Klasse: Zum Messen bliebe nichts übrig.</translation>
    </message>
    <message>
        <source>has too few samples to train and to validate; each class needs at least three.</source>
        <translation>Hat zu wenige Beispiele zum Trainieren und Validieren; eine Klasse braucht mindestens drei.</translation>
    </message>
    <message>
        <source>has no samples in the split train.</source>
        <translation>Legt nichts in die Teilmenge train.</translation>
    </message>
    <message>
        <source>has the class “{label}” in other splits but not in train.</source>
        <translation>Hat die Klasse „{label}“ in anderen Teilmengen, aber nicht in train.</translation>
    </message>
    <message>
        <source>“{file}” is in {split}, and in {other}.</source>
        <translation>„{file}“ ist in {split} und in {other}.</translation>
    </message>
    <message>
        <source>“{file}” is in {split}, and in {other} at line {first}.</source>
        <translation>„{file}“ ist in {split} und in Zeile {first} in {other}.</translation>
    </message>
    <message>
        <source>the label “{label}” is not text.</source>
        <translation>Die Klasse „{label}“ ist kein Text.</translation>
    </message>
    <message>
        <source>the label “{label}” has {found:,} characters; at most {most:,} are possible.</source>
        <translation>Die Klasse „{label}“ hat {found:,} Zeichen, und höchstens {most:,} lassen sich speichern.</translation>
    </message>
    <message>
        <source>the label “{label}” cannot be written as UTF-8; rename it.</source>
        <translation>Die Klasse „{label}“ lässt sich nicht als UTF-8 schreiben; benennen Sie sie um.</translation>
    </message>
    <message>
        <source>the label “{label}” contains the invisible {letter} at position {position}.</source>
        <translation>Die Klasse „{label}“ enthält an Stelle {position} das unsichtbare Zeichen {letter}.</translation>
    </message>
    <message>
        <source>the label “{label}” has {letter} at position {position}, which looks like a Latin letter.</source>
        <translation>Die Klasse „{label}“ hat an Stelle {position} {letter}, das wie ein lateinischer Buchstabe aussieht.</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” differ only in case.</source>
        <translation>„{label}“ und „{other}“ unterscheiden sich nur in Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” (line {first}) differ only in case.</source>
        <translation>„{label}“ und „{other}“ (Zeile {first}) unterscheiden sich nur in Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” differ only in invisible characters.</source>
        <translation>„{label}“ und „{other}“ unterscheiden sich nur durch unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” (line {first}) differ only in invisible characters.</source>
        <translation>„{label}“ und „{other}“ (Zeile {first}) unterscheiden sich nur durch unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>the labels “{label}” ({letters}) and “{other}” look the same.</source>
        <translation>Die Klassen „{label}“ ({letters}) und „{other}“ sehen gleich aus.</translation>
    </message>
    <message>
        <source>the labels “{label}” ({letters}) and “{other}” (line {first}) look the same.</source>
        <translation>Die Klassen „{label}“ ({letters}) und „{other}“ (Zeile {first}) sehen gleich aus.</translation>
    </message>
    <message>
        <source>no sample is left for the split {split}.</source>
        <translation>Für die Teilmenge {split} bleibt kein Beispiel übrig.</translation>
    </message>
    <message>
        <source>the class “{label}” has no sample in the split {split}.</source>
        <translation>Die Klasse „{label}“ hat kein Beispiel in der Teilmenge {split}.</translation>
    </message>
    <message>
        <source>{count:,} classes have no sample in the split {split}: {names}.</source>
        <translation>{count:,} Klassen haben kein Beispiel in der Teilmenge {split}: {names}.</translation>
    </message>
    <message>
        <source>the model has no class “{label}” ({model} knows {known}).</source>
        <translation>Die Klasse „{label}“ kennt das Modell nicht ({model} kennt {known}).</translation>
    </message>
    <message>
        <source>the column “{column}” is not an input of {model} ({known}).</source>
        <translation>Die Spalte „{column}“ ist keine der Eingaben von {model} ({known}).</translation>
    </message>
    <message>
        <source>Call it as the model calls its input, or leave it out.</source>
        <translation>Nennen Sie sie so, wie das Modell seine Eingabe nennt, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>it has none of the model’s inputs ({known}).</source>
        <translation>Keine Eingabe des Modells ist darin ({known}).</translation>
    </message>
    <message>
        <source>Name a column as the model names an input, or choose another model.</source>
        <translation>Nennen Sie eine Spalte so, wie das Modell eine Eingabe nennt, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>{path}: problems found: {count:,}.</source>
        <translation>{path}: Gefundene Probleme: {count:,}.</translation>
    </message>
    <message>
        <source>See them in the Train window, or run: mmdesk dataset check {path}</source>
        <translation>Das Trainingsfenster nennt sie, wenn der Ordner gewählt wird, ebenso: mmdesk dataset check {path}</translation>
    </message>
    <message>
        <source>--seeds {value} is out of range.</source>
        <translation>--seeds {value} liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Give 1 to 100.</source>
        <translation>Geben Sie 1 bis 100 an.</translation>
    </message>
    <message>
        <source>--jobs {value} is out of range.</source>
        <translation>--jobs {value} liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Give 1 or more.</source>
        <translation>Geben Sie 1 oder mehr an.</translation>
    </message>
    <message>
        <source>--scheduler {value} is not an address.</source>
        <translation>--scheduler {value} ist keine Adresse.</translation>
    </message>
    <message>
        <source>Give tcp://HOST:PORT.</source>
        <translation>Geben Sie tcp://HOST:PORT an.</translation>
    </message>
    <message>
        <source>--test-share {value:g} is out of range.</source>
        <translation>--test-share {value:g} liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Give 0.05 to 0.5.</source>
        <translation>Geben Sie 0.05 bis 0.5 an.</translation>
    </message>
    <message>
        <source>--rate {value} is out of range.</source>
        <translation>--rate {value} liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Give 1 to 60.</source>
        <translation>Geben Sie 1 bis 60 an.</translation>
    </message>
    <message>
        <source>{path} was not written: its process ended.</source>
        <translation>{path} wurde nicht geschrieben: Der Prozess dafür endete.</translation>
    </message>
    <message>
        <source>--seconds {value:g} is out of range.</source>
        <translation>--seconds {value:g} liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Give 1 to 3600.</source>
        <translation>Geben Sie 1 bis 3600 an.</translation>
    </message>
    <message>
        <source>--seconds must be 1 to 3600, and --ticks 5 to 10000.</source>
        <translation>--seconds muss in 1–3600 liegen und --ticks in 5–10000.</translation>
    </message>
    <message>
        <source>--samples must be 1 to 24, and --seed at least 0.</source>
        <translation>--samples muss in 1–24 liegen und --seed mindestens 0 sein.</translation>
    </message>
    <message>
        <source>--out {path} must end in .png or .jpg.</source>
        <translation>--out {path} muss auf .png oder .jpg enden.</translation>
    </message>
    <message>
        <source>--out {path} would become a sample of {folder}.</source>
        <translation>--out {path} würde ein Beispiel von {folder}.</translation>
    </message>
    <message>
        <source>Choose a place outside the class folders.</source>
        <translation>Wählen Sie einen Ort außerhalb der Klassenordner.</translation>
    </message>
    <message>
        <source>--encoders-of {path}: it has only {known}.</source>
        <translation>--encoders-of {path}: hat nur {known}.</translation>
    </message>
    <message>
        <source>Use another model.</source>
        <translation>Verwenden Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>--split-seed {seed} leaves too few seeds for {count} splits.</source>
        <translation>--split-seed {seed} lässt keine Startwerte für so viele Aufteilungen ({count}).</translation>
    </message>
    <message>
        <source>Give at most {most}.</source>
        <translation>Geben Sie höchstens {most} an.</translation>
    </message>
    <message>
        <source>{detail}.</source>
        <translation>{detail}.</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Siehe --help.</translation>
    </message>
    <message>
        <source>Add --joint.</source>
        <translation>Fügen Sie --joint hinzu.</translation>
    </message>
    <message>
        <source>The comparison gave no result.</source>
        <translation>Der Vergleich hat kein Ergebnis geliefert.</translation>
    </message>
    <message>
        <source>One of {jobs} training processes ended unexpectedly, probably because memory ran out.</source>
        <translation>Einer von {jobs} Trainingsprozessen ist unerwartet beendet worden; oft fehlt es an Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Repeat the command with fewer --jobs: finished trainings are kept.</source>
        <translation>Wiederholen Sie den Befehl mit kleinerem --jobs: Fertige Trainings bleiben erhalten.</translation>
    </message>
    <message>
        <source>--scheduler needs Dask, which is not installed.</source>
        <translation>--scheduler braucht Dask, und das ist nicht installiert.</translation>
    </message>
    <message>
        <source>It comes with mmdesk from pip, not from an installer: pip install &apos;mmdesk[cluster]&apos; (in a checkout: pip install -e &apos;.[cluster]&apos;).</source>
        <translation>Es kommt mit mmdesk aus pip, nicht aus einem Installationsprogramm: pip install &apos;mmdesk[cluster]&apos; (in einem Arbeitsverzeichnis: pip install -e &apos;.[cluster]&apos;).</translation>
    </message>
    <message>
        <source>No Dask scheduler responds at {address}.</source>
        <translation>Unter {address} antwortet kein Dask-Scheduler.</translation>
    </message>
    <message>
        <source>Check the address, or start one there with: dask scheduler.</source>
        <translation>Prüfen Sie die Adresse, oder starten Sie dort einen mit: dask scheduler.</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} has no workers.</source>
        <translation>Der Dask-Scheduler unter {address} hat keine Worker.</translation>
    </message>
    <message>
        <source>Start some with: dask worker {address} --nworkers auto --nthreads 1.</source>
        <translation>Starten Sie welche mit: dask worker {address} --nworkers auto --nthreads 1.</translation>
    </message>
    <message>
        <source>A Dask worker at {address} cannot import what it needs: {detail}.</source>
        <translation>Ein Dask-Worker unter {address} kann nicht laden, was er braucht: {detail}.</translation>
    </message>
    <message>
        <source>Install mmdesk wherever workers run.</source>
        <translation>Installieren Sie mmdesk überall, wo Worker laufen.</translation>
    </message>
    <message>
        <source>The Dask worker {worker} has {package} {theirs}, this program {ours}: results could differ.</source>
        <translation>Der Dask-Worker {worker} hat {package} {theirs}, dieses Programm {ours}: Die Ergebnisse könnten abweichen.</translation>
    </message>
    <message>
        <source>Install the same version on both sides.</source>
        <translation>Installieren Sie auf beiden Seiten dieselbe Version.</translation>
    </message>
    <message>
        <source>Several Dask workers at {address} died in the same training, probably because memory ran out.</source>
        <translation>Mehrere Dask-Worker unter {address} sind am selben Training gestorben; oft fehlt es an Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Start workers with more memory and repeat the command: finished trainings are kept.</source>
        <translation>Starten Sie Worker mit mehr Arbeitsspeicher und wiederholen Sie den Befehl: Fertige Trainings bleiben erhalten.</translation>
    </message>
    <message>
        <source>The connection to the Dask scheduler at {address} was lost.</source>
        <translation>Die Verbindung zum Dask-Scheduler unter {address} ist abgebrochen.</translation>
    </message>
    <message>
        <source>Start it again and repeat the command: finished trainings are kept.</source>
        <translation>Starten Sie ihn neu und wiederholen Sie den Befehl: Fertige Trainings bleiben erhalten.</translation>
    </message>
    <message>
        <source>{path}: finished trainings were removed while the comparison was running.</source>
        <translation>{path}: Fertige Trainings wurden entfernt, während der Vergleich lief.</translation>
    </message>
    <message>
        <source>Repeat the command.</source>
        <translation>Wiederholen Sie den Befehl.</translation>
    </message>
    <message>
        <source>--batch cannot be combined with --image, --audio or --text.</source>
        <translation>--batch lässt sich nicht mit --image, --audio oder --text verbinden.</translation>
    </message>
    <message>
        <source>Give one or the other.</source>
        <translation>Geben Sie das eine oder das andere an.</translation>
    </message>
    <message>
        <source>There is nothing to predict from.</source>
        <translation>Es gibt nichts, woraus sich etwas vorhersagen ließe.</translation>
    </message>
    <message>
        <source>Give --image, --audio, --text or --batch.</source>
        <translation>Geben Sie --image, --audio, --text oder --batch an.</translation>
    </message>
    <message>
        <source>--fusion {method}: {detail}.</source>
        <translation>--fusion {method}: {detail}.</translation>
    </message>
    <message>
        <source>Choose one of those.</source>
        <translation>Wählen Sie eine davon.</translation>
    </message>
    <message>
        <source>The model {name} is damaged: {detail}.</source>
        <translation>Das Modell {name} ist beschädigt: {detail}.</translation>
    </message>
    <message>
        <source>Train it again, or open another.</source>
        <translation>Trainieren Sie es neu, oder öffnen Sie ein anderes.</translation>
    </message>
    <message>
        <source>--out {path}: such a folder cannot be created ({reason}).</source>
        <translation>--out {path}: Einen solchen Ordner kann es nicht geben ({reason}).</translation>
    </message>
    <message>
        <source>--out {path}: there is no folder {folder}.</source>
        <translation>--out {path}: Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
        <source>The sample session does not begin with all inputs present.</source>
        <translation>Die Beispielsitzung beginnt nicht mit allen Eingaben.</translation>
    </message>
    <message>
        <source>--fusions names no method.</source>
        <translation>--fusions nennt keine Methode.</translation>
    </message>
    <message>
        <source>Use {known}, or all.</source>
        <translation>Verwenden Sie {known} oder all.</translation>
    </message>
    <message>
        <source>{option} {method}: there is no such method.</source>
        <translation>{option} {method}: Diese Methode gibt es nicht.</translation>
    </message>
    <message>
        <source>Use one of: {known}.</source>
        <translation>Verwenden Sie eine von: {known}.</translation>
    </message>
    <message>
        <source>--fusion {method} is not among --fusions {known}.</source>
        <translation>--fusion {method} ist nicht unter --fusions {known}.</translation>
    </message>
    <message>
        <source>Name it there too.</source>
        <translation>Nennen Sie sie auch dort.</translation>
    </message>
    <message>
        <source>--fresh: {path} cannot be cleared ({reason}).</source>
        <translation>--fresh: {path} lässt sich nicht leeren ({reason}).</translation>
    </message>
    <message>
        <source>Delete it by hand.</source>
        <translation>Löschen Sie den Ordner von Hand.</translation>
    </message>
    <message>
        <source>Leave out one --encoder …=none.</source>
        <translation>Lassen Sie ein --encoder …=none weg.</translation>
    </message>
    <message>
        <source>--input {word} names no input of a plug-in that this model has.</source>
        <translation>--input {word} nennt keine Eingabe eines Plug-ins, die dieses Modell hat.</translation>
    </message>
    <message>
        <source>Give NAME=FILE; there are these: {known}.</source>
        <translation>Geben Sie NAME=DATEI an; es gibt: {known}.</translation>
    </message>
    <message>
        <source>--encoder {word}: there is no such encoder.</source>
        <translation>--encoder {word}: Diesen Encoder gibt es nicht.</translation>
    </message>
    <message>
        <source>Use one of these encoders: {known}.</source>
        <translation>Verwenden Sie einen dieser Encoder: {known}.</translation>
    </message>
    <message>
        <source>--encoder {word}: {dataset} does not have this input.</source>
        <translation>--encoder {word}: {dataset} enthält diese Eingabe nicht.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Lassen Sie das weg.</translation>
    </message>
    <message>
        <source>Two models are given, one with --model.</source>
        <translation>Es sind zwei Modelle angegeben, eines mit --model.</translation>
    </message>
    <message>
        <source>Leave out one or the other.</source>
        <translation>Lassen Sie eines von beiden weg.</translation>
    </message>
    <message>
        <source>--session replaces camera and microphone.</source>
        <translation>--session tritt an die Stelle von Kamera und Mikrofon.</translation>
    </message>
    <message>
        <source>--seconds works only with --screenshot FILE.</source>
        <translation>--seconds hat nur mit --screenshot DATEI eine Bedeutung.</translation>
    </message>
    <message>
        <source>Add --screenshot.</source>
        <translation>Fügen Sie --screenshot hinzu.</translation>
    </message>
    <message>
        <source>--screenshot and --predictions name the same file.</source>
        <translation>--screenshot und --predictions nennen dieselbe Datei.</translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation>Geben Sie jeder einen eigenen Namen.</translation>
    </message>
    <message>
        <source>The program’s resources are missing (looked in {folder}).</source>
        <translation>Die Dateien des Programms fehlen (gesucht in {folder}).</translation>
    </message>
    <message>
        <source>There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.</source>
        <translation>Es gibt keinen Bildschirm: Weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt.</translation>
    </message>
    <message>
        <source>Without one, use “mmdesk replay SESSION --out DIR”.</source>
        <translation>Ohne einen hilft „mmdesk replay AUFNAHME --out ORDNER“.</translation>
    </message>
    <message>
        <source>The display “{name}” does not respond.</source>
        <translation>Der Bildschirm „{name}“ antwortet nicht.</translation>
    </message>
    <message>
        <source>Qt’s plug-in for the screen is missing: {path}.</source>
        <translation>Qts Plug-in für den Bildschirm fehlt: {path}.</translation>
    </message>
    <message>
        <source>Qt’s plug-in for the screen cannot be loaded: {detail}.</source>
        <translation>Qts Plug-in für den Bildschirm lässt sich nicht laden: {detail}.</translation>
    </message>
    <message>
        <source>Install mmdesk again. If a system library is named as missing, install that.</source>
        <translation>Installieren Sie mmdesk neu; wird eine Bibliothek des Systems als fehlend genannt, installieren Sie diese.</translation>
    </message>
    <message>
        <source>{name}: a graph is written as .onnx or .pt2.</source>
        <translation>{name}: Ein Graph wird als .onnx oder .pt2 geschrieben.</translation>
    </message>
    <message>
        <source>Choose one of these suffixes.</source>
        <translation>Wählen Sie eine dieser Endungen.</translation>
    </message>
    <message>
        <source>{name}: an opset is for ONNX only.</source>
        <translation>{name}: Ein Opset gehört nur zu ONNX.</translation>
    </message>
    <message>
        <source>Leave it out, or write .onnx.</source>
        <translation>Lassen Sie es weg, oder schreiben Sie .onnx.</translation>
    </message>
    <message>
        <source>Opset {opset} cannot be written.</source>
        <translation>Opset {opset} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Choose one of {first} to {last}.</source>
        <translation>Wählen Sie eines von {first} bis {last}.</translation>
    </message>
    <message>
        <source>Writing ONNX needs these Python packages: {known}.</source>
        <translation>Zum Schreiben von ONNX sind diese Python-Pakete nötig: {known}.</translation>
    </message>
    <message>
        <source>They come with mmdesk from pip, not from an installer: pip install &apos;mmdesk[export]&apos; (in a checkout: pip install -e &apos;.[export]&apos;).</source>
        <translation>Sie kommen mit mmdesk aus pip, nicht aus einem Installationsprogramm: pip install &apos;mmdesk[export]&apos; (in einem Arbeitsverzeichnis: pip install -e &apos;.[export]&apos;).</translation>
    </message>
    <message>
        <source>This model cannot be expressed in opset {opset}.</source>
        <translation>Dieses Modell lässt sich in Opset {opset} nicht ausdrücken.</translation>
    </message>
    <message>
        <source>Use opset {first}.</source>
        <translation>Verwenden Sie Opset {first}.</translation>
    </message>
    <message>
        <source>The model has no fusion “{method}”.</source>
        <translation>Das Modell hat keine Fusion „{method}“.</translation>
    </message>
    <message>
        <source>This model cannot be traced: {detail}.</source>
        <translation>Dieses Modell lässt sich nicht nachzeichnen: {detail}.</translation>
    </message>
    <message>
        <source>Export another model.</source>
        <translation>Exportieren Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>This model cannot be written as ONNX: {detail}.</source>
        <translation>Dieses Modell lässt sich nicht als ONNX schreiben: {detail}.</translation>
    </message>
    <message>
        <source>Write .pt2 instead.</source>
        <translation>Schreiben Sie stattdessen .pt2.</translation>
    </message>
    <message>
        <source>{path}: {sentence}</source>
        <translation>{path}: {sentence}</translation>
    </message>
    <message>
        <source>{path}, line {line}: {sentence}</source>
        <translation>{path}, Zeile {line}: {sentence}</translation>
    </message>
    <message>
        <source>Check its cable. The program tries again by itself.</source>
        <translation>Prüfen Sie das Kabel; es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>Plug it in again. The program tries again by itself.</source>
        <translation>Stecken Sie es wieder ein; es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or choose another source.</source>
        <translation>Ziehen Sie es ab und stecken Sie es wieder ein, oder wählen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>Check its cable.</source>
        <translation>Prüfen Sie das Kabel.</translation>
    </message>
    <message>
        <source>Check that the camera is switched on and on the network.</source>
        <translation>Prüfen Sie, ob die Kamera an und im Netz ist.</translation>
    </message>
    <message>
        <source>Connect it, or choose another source.</source>
        <translation>Schließen Sie es an, oder wählen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>Check that it is connected, and close other programs that use a camera.</source>
        <translation>Prüfen Sie, ob sie angeschlossen ist, und schließen Sie andere Programme, die eine Kamera benutzen.</translation>
    </message>
    <message>
        <source>Check the address, and that the camera is switched on and on the same network.</source>
        <translation>Prüfen Sie die Adresse, und ob die Kamera an und im selben Netz ist.</translation>
    </message>
    <message>
        <source>Choose a video file that exists.</source>
        <translation>Wählen Sie eine Videodatei, die es gibt.</translation>
    </message>
    <message>
        <source>Choose another name for the model.</source>
        <translation>Wählen Sie einen anderen Namen für das Modell.</translation>
    </message>
    <message>
        <source>Choose another place for the model.</source>
        <translation>Wählen Sie einen anderen Ort für das Modell.</translation>
    </message>
    <message>
        <source>Add samples: each class needs at least three.</source>
        <translation>Fügen Sie Beispiele hinzu: Eine Klasse braucht mindestens drei.</translation>
    </message>
    <message>
        <source>Add samples that it has not seen. To measure on these anyway, use mmdesk evaluate --all.</source>
        <translation>Fügen Sie Beispiele hinzu, die es nicht kennt; „mmdesk evaluate --all“ misst trotzdem mit diesen.</translation>
    </message>
    <message>
        <source>There is no class yet.</source>
        <translation>Es gibt noch keine Klasse.</translation>
    </message>
    <message>
        <source>Add two classes and show an example of each.</source>
        <translation>Legen Sie zwei Klassen an und zeigen Sie von jeder ein Beispiel.</translation>
    </message>
    <message>
        <source>“{name}” is the only class, so there is nothing to choose between.</source>
        <translation>„{name}“ ist die einzige Klasse; es gibt nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>Add a second class.</source>
        <translation>Legen Sie eine zweite Klasse an.</translation>
    </message>
    <message>
        <source>“{name}” has no examples yet.</source>
        <translation>„{name}“ hat noch keine Beispiele.</translation>
    </message>
    <message>
        <source>Show some.</source>
        <translation>Zeigen Sie welche.</translation>
    </message>
    <message>
        <source>A class needs a name.</source>
        <translation>Eine Klasse braucht einen Namen.</translation>
    </message>
    <message>
        <source>Type at least one letter or digit.</source>
        <translation>Geben Sie mindestens einen Buchstaben oder eine Ziffer ein.</translation>
    </message>
    <message>
        <source>This name has {found:,} characters; at most {most:,} are possible.</source>
        <translation>Dieser Name hat {found:,} Zeichen; höchstens {most:,} sind möglich.</translation>
    </message>
    <message>
        <source>This name has characters that no file can hold.</source>
        <translation>Dieser Name enthält Zeichen, die in keiner Datei stehen können.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Geben Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>There is already a class “{name}”.</source>
        <translation>Es gibt bereits eine Klasse „{name}“.</translation>
    </message>
    <message>
        <source>There are already {most:,} classes, and no more are possible.</source>
        <translation>Es gibt bereits {most:,} Klassen, mehr sind nicht möglich.</translation>
    </message>
    <message>
        <source>Delete a class first.</source>
        <translation>Löschen Sie zuerst eine Klasse.</translation>
    </message>
    <message>
        <source>More than {most:,} examples are not possible.</source>
        <translation>Mehr als {most:,} Beispiele sind nicht möglich.</translation>
    </message>
    <message>
        <source>Delete some first, or train on a folder of data.</source>
        <translation>Löschen Sie zuerst einige, oder trainieren Sie mit einem Datenordner.</translation>
    </message>
    <message>
        <source>The class and its examples are deleted.</source>
        <translation>Die Klasse und ihre Beispiele sind gelöscht.</translation>
    </message>
    <message>
        <source>Ctrl+Z brings them back.</source>
        <translation>Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>No camera and no microphone is on.</source>
        <translation>Weder Kamera noch Mikrofon ist an.</translation>
    </message>
    <message>
        <source>Choose one in the lists on the left.</source>
        <translation>Wählen Sie in den Listen links etwas aus.</translation>
    </message>
    <message>
        <source>Only the first {most:,} files were read.</source>
        <translation>Nur die ersten {most:,} Dateien wurden gelesen.</translation>
    </message>
    <message>
        <source>For more, train on a folder of data.</source>
        <translation>Für mehr trainieren Sie mit einem Datenordner.</translation>
    </message>
    <message>
        <source>There is no picture, no sound and no text among these files.</source>
        <translation>Unter diesen Dateien ist kein Bild, kein Ton und kein Text.</translation>
    </message>
    <message>
        <source>Drop files such as .jpg, .png, .wav, .mp3 or .txt.</source>
        <translation>Ziehen Sie Dateien wie .jpg, .png, .wav, .mp3 oder .txt hierher.</translation>
    </message>
    <message>
        <source>The recording {path} has no marks, so nothing says which part shows what.</source>
        <translation>Die Aufnahme {path} hat keine Marken; nichts sagt, welcher Teil was zeigt.</translation>
    </message>
    <message>
        <source>While you record, press Ctrl+B where a thing appears, and give the mark the name of its class.</source>
        <translation>Drücken Sie beim Aufnehmen Strg+B, wo etwas erscheint, und geben Sie der Marke den Namen der Klasse.</translation>
    </message>
    <message>
        <source>Line {line} of {path} does not say what is taught when.</source>
        <translation>Zeile {line} von {path} sagt nicht, was wann beigebracht wird.</translation>
    </message>
    <message>
        <source>The header is begin_s,end_s,class; each line has two times in seconds, in order, and a name.</source>
        <translation>Die Kopfzeile ist begin_s,end_s,class; jede Zeile hat zwei Zeiten in Sekunden, der Reihe nach, und einen Namen.</translation>
    </message>
    <message>
        <source>{count:,} examples were taken from the recording “{title}”.</source>
        <translation>{count:,} Beispiele wurden aus der Aufnahme „{title}“ übernommen.</translation>
    </message>
    <message>
        <source>Three toys are taught; now see what it makes of them, and of something new.</source>
        <translation>Drei Spielsachen sind beigebracht; sehen Sie nun, was es aus ihnen macht und aus etwas Neuem.</translation>
    </message>
    <message>
        <source>For things of your own, choose a camera, then Project → New.</source>
        <translation>Für eigene Dinge wählen Sie eine Kamera, dann Projekt → Neu.</translation>
    </message>
    <message>
        <source>There is nothing of this visitor to forget.</source>
        <translation>Von diesem Besucher gibt es nichts zu vergessen.</translation>
    </message>
    <message>
        <source>This was taught with inputs other than one picture, one sound and one text.</source>
        <translation>Das wurde mit anderen Eingaben als einem Bild, einem Ton und einem Text beigebracht.</translation>
    </message>
    <message>
        <source>Train on it instead.</source>
        <translation>Trainieren Sie stattdessen damit.</translation>
    </message>
    <message>
        <source>{count:,} files could not be read. The first: {first}</source>
        <translation>{count:,} Dateien konnten nicht gelesen werden. Die erste: {first}</translation>
    </message>
    <message>
        <source>Check what is missing, and go on. What could not be read is kept in the folder “damaged”.</source>
        <translation>Prüfen Sie, was fehlt, und machen Sie weiter. Was nicht gelesen werden konnte, bleibt im Ordner „damaged“ erhalten.</translation>
    </message>
    <message>
        <source>Damaged or missing files of this project: {count}. The first is {first}.</source>
        <translation>Beschädigte oder fehlende Dateien dieses Projekts: {count}. Die erste ist {first}.</translation>
    </message>
    <message>
        <source>They are left out. With the next change, damaged ones are moved to {folder}.</source>
        <translation>Sie werden ausgelassen. Mit der nächsten Änderung kommen die beschädigten in den Ordner {folder}.</translation>
    </message>
    <message>
        <source>“{name}” was made with a newer version of mmdesk (format {found}; this version reads up to {known}).</source>
        <translation>„{name}“ wurde mit einer neueren Version von mmdesk erstellt (Format {found}; diese Version liest bis {known}).</translation>
    </message>
    <message>
        <source>Nothing was recorded: the camera sees nothing, and no word was heard.</source>
        <translation>Es wurde nichts aufgenommen: Die Kamera sieht nichts, und kein Wort war zu hören.</translation>
    </message>
    <message>
        <source>Check light and lens, or speak louder while you hold the key.</source>
        <translation>Prüfen Sie Licht und Linse, oder sprechen Sie lauter, während Sie die Taste halten.</translation>
    </message>
    <message>
        <source>Nothing was recorded: the picture is too dark.</source>
        <translation>Es wurde nichts aufgenommen: Das Bild ist zu dunkel.</translation>
    </message>
    <message>
        <source>Turn on a light, or uncover the lens.</source>
        <translation>Machen Sie Licht, oder geben Sie die Linse frei.</translation>
    </message>
    <message>
        <source>Nothing was recorded: the picture shows nothing, as if the lens were covered.</source>
        <translation>Es wurde nichts aufgenommen: Das Bild zeigt nichts, als wäre die Linse verdeckt.</translation>
    </message>
    <message>
        <source>Uncover the lens, and hold something in front of it.</source>
        <translation>Geben Sie die Linse frei, und halten Sie etwas davor.</translation>
    </message>
    <message>
        <source>Nothing was recorded: no word was heard.</source>
        <translation>Es wurde nichts aufgenommen: Kein Wort war zu hören.</translation>
    </message>
    <message>
        <source>Speak louder while you hold the key, or choose another microphone on the left.</source>
        <translation>Sprechen Sie lauter, während Sie die Taste halten, oder wählen Sie links ein anderes Mikrofon.</translation>
    </message>
    <message>
        <source>Nothing was recorded: you have muted what is on.</source>
        <translation>Es wurde nichts aufgenommen: Was an ist, haben Sie stummgeschaltet.</translation>
    </message>
    <message>
        <source>Unmute camera, microphone or text on the left.</source>
        <translation>Heben Sie links die Stummschaltung von Kamera, Mikrofon oder Text auf.</translation>
    </message>
    <message>
        <source>Nothing was recorded: no signal comes from camera or microphone.</source>
        <translation>Es wurde nichts aufgenommen: Weder von der Kamera noch vom Mikrofon kommt ein Signal.</translation>
    </message>
    <message>
        <source>Plug them in again, or choose others in the lists on the left.</source>
        <translation>Stecken Sie sie neu ein, oder wählen Sie in den Listen links andere.</translation>
    </message>
    <message>
        <source>Nothing was recorded: the key was not held long enough.</source>
        <translation>Es wurde nichts aufgenommen: Die Taste wurde nicht lange genug gehalten.</translation>
    </message>
    <message>
        <source>Hold it while you show something or say a word.</source>
        <translation>Halten Sie sie, während Sie etwas zeigen oder ein Wort sagen.</translation>
    </message>
    <message>
        <source>Wiped: {what}.</source>
        <translation>Gelöscht: {what}.</translation>
    </message>
    <message>
        <source>Nothing can bring it back.</source>
        <translation>Nichts holt es zurück.</translation>
    </message>
    <message>
        <source>Wiped of the visitor before: {what}.</source>
        <translation>Vom vorigen Besucher gelöscht: {what}.</translation>
    </message>
    <message>
        <source>{path} has {found:,} classes; at most {most:,} can be taught.</source>
        <translation>{path} enthält {found:,} Klassen; beibringen lassen sich höchstens {most:,}.</translation>
    </message>
    <message>
        <source>{path} has {found:,} samples; at most {most:,} can be taught.</source>
        <translation>{path} enthält {found:,} Beispiele; beibringen lassen sich höchstens {most:,}.</translation>
    </message>
    <message>
        <source>The classes “{name}” and “{other}” are one name, written in two ways.</source>
        <translation>Die Klassen „{name}“ und „{other}“ haben denselben Namen, nur anders geschrieben.</translation>
    </message>
    <message>
        <source>Give one of them another name.</source>
        <translation>Geben Sie einer von beiden einen anderen Namen.</translation>
    </message>
    <message>
        <source>Update mmdesk.</source>
        <translation>Aktualisieren Sie mmdesk.</translation>
    </message>
    <message>
        <source>The project “{name}” cannot be opened: {file} is damaged ({detail}).</source>
        <translation>Das Projekt „{name}“ lässt sich nicht öffnen: {file} ist beschädigt ({detail}).</translation>
    </message>
    <message>
        <source>Restore the folder from a copy. Its pictures and sounds are still in “samples”.</source>
        <translation>Stellen Sie den Ordner aus einer Kopie wieder her. Bilder und Töne liegen noch in „samples“.</translation>
    </message>
    <message>
        <source>The last saved state was damaged, so the one before it was opened.</source>
        <translation>Der zuletzt gespeicherte Stand war beschädigt; der Stand davor wurde geöffnet.</translation>
    </message>
    <message>
        <source>{path} is not a project.</source>
        <translation>{path} ist kein Projekt.</translation>
    </message>
    <message>
        <source>Choose a folder that contains lesson.json.</source>
        <translation>Wählen Sie einen Ordner, der lesson.json enthält.</translation>
    </message>
    <message>
        <source>There is no folder {path}: it was moved or deleted, or its drive is missing.</source>
        <translation>Den Ordner {path} gibt es nicht: Er wurde verschoben oder gelöscht, oder sein Laufwerk fehlt.</translation>
    </message>
    <message>
        <source>Open the project where it is now, or connect the drive.</source>
        <translation>Öffnen Sie das Projekt dort, wo es jetzt ist, oder schließen Sie das Laufwerk an.</translation>
    </message>
    <message>
        <source>The project folder {path} was moved or deleted. Nothing is lost yet.</source>
        <translation>Der Projektordner {path} wurde verschoben oder gelöscht. Noch ist nichts verloren.</translation>
    </message>
    <message>
        <source>Put it back, or save the project elsewhere.</source>
        <translation>Legen Sie ihn zurück, oder speichern Sie das Projekt woanders.</translation>
    </message>
    <message>
        <source>{path} cannot be written, so changes are not saved.</source>
        <translation>{path} ist schreibgeschützt; Änderungen werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save the project elsewhere.</source>
        <translation>Speichern Sie das Projekt woanders.</translation>
    </message>
    <message>
        <source>{path} cannot be written, so the taught model could not be saved there.</source>
        <translation>{path} ist schreibgeschützt; das gelernte Modell ließe sich dort nicht speichern.</translation>
    </message>
    <message>
        <source>Copy the project to a folder that can be written, and train it there.</source>
        <translation>Kopieren Sie das Projekt in einen beschreibbaren Ordner, und trainieren Sie es dort.</translation>
    </message>
    <message>
        <source>Another program has the project “{name}” open.</source>
        <translation>Ein anderes Programm hat das Projekt „{name}“ geöffnet.</translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation>Schließen Sie es zuerst dort.</translation>
    </message>
    <message>
        <source>{path} already contains something else.</source>
        <translation>{path} enthält bereits etwas anderes.</translation>
    </message>
    <message>
        <source>Choose a new or empty folder.</source>
        <translation>Wählen Sie einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
        <source>The project {path} holds more text than one file may.</source>
        <translation>Das Projekt {path} enthält mehr Text, als in eine Datei passt.</translation>
    </message>
    <message>
        <source>Delete some examples.</source>
        <translation>Löschen Sie einige Beispiele.</translation>
    </message>
    <message>
        <source>{path} cannot be written: the taught model’s file is damaged.</source>
        <translation>{path} kann nicht geschrieben werden: Die Datei des gelernten Modells ist beschädigt.</translation>
    </message>
    <message>
        <source>Change something so that it is trained again, and try again.</source>
        <translation>Ändern Sie etwas, damit neu trainiert wird, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{path} is a model without the examples it was taught with.</source>
        <translation>{path} ist ein Modell ohne die Beispiele, mit denen es gelernt hat.</translation>
    </message>
    <message>
        <source>Open it as a model instead.</source>
        <translation>Öffnen Sie es stattdessen als Modell.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} ist beschädigt.</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>Lassen Sie sich die Datei noch einmal geben.</translation>
    </message>
    <message>
        <source>The picture in example {number:,} of “{name}” is too dark to learn from.</source>
        <translation>Das Bild in Beispiel {number:,} von „{name}“ ist zu dunkel, um daraus zu lernen.</translation>
    </message>
    <message>
        <source>Show it again in more light.</source>
        <translation>Zeigen Sie es noch einmal bei mehr Licht.</translation>
    </message>
    <message>
        <source>The picture in example {number:,} of “{name}” shows nothing.</source>
        <translation>Das Bild in Beispiel {number:,} von „{name}“ zeigt nichts.</translation>
    </message>
    <message>
        <source>Uncover the lens, and show it again.</source>
        <translation>Geben Sie die Linse frei, und zeigen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The sound in example {number:,} of “{name}” is silent.</source>
        <translation>Der Ton in Beispiel {number:,} von „{name}“ ist stumm.</translation>
    </message>
    <message>
        <source>Check the microphone, and say it again.</source>
        <translation>Prüfen Sie das Mikrofon, und sagen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The sound in example {number:,} of “{name}” is too short.</source>
        <translation>Der Ton in Beispiel {number:,} von „{name}“ ist zu kurz.</translation>
    </message>
    <message>
        <source>Say the whole word again.</source>
        <translation>Sagen Sie das ganze Wort noch einmal.</translation>
    </message>
    <message>
        <source>The text in example {number:,} of “{name}” has no letter or digit.</source>
        <translation>Der Text in Beispiel {number:,} von „{name}“ enthält weder Buchstaben noch Ziffern.</translation>
    </message>
    <message>
        <source>Type a word, and record it again.</source>
        <translation>Tippen Sie ein Wort ein, und nehmen Sie es noch einmal auf.</translation>
    </message>
    <message>
        <source>Example {number:,} of “{name}” cannot be used: it contains values that are not numbers.</source>
        <translation>Beispiel {number:,} von „{name}“ ist unbrauchbar: Es enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>Delete it, and record it again.</source>
        <translation>Löschen Sie es, und nehmen Sie es noch einmal auf.</translation>
    </message>
    <message>
        <source>“{name}” has {count} of {wanted} examples: show it again, in another way.</source>
        <translation>„{name}“ hat {count} von {wanted} Beispielen: Zeigen Sie es noch einmal, auf andere Weise.</translation>
    </message>
    <message>
        <source>The examples of “{name}” contradict each other: many look like “{other}”.</source>
        <translation>Die Beispiele von „{name}“ widersprechen sich: Viele gleichen „{other}“.</translation>
    </message>
    <message>
        <source>Delete the wrong ones, or show what differs.</source>
        <translation>Löschen Sie die falschen, oder zeigen Sie den Unterschied.</translation>
    </message>
    <message>
        <source>The examples of “{name}” are all the same: turn it, move it, or say it again.</source>
        <translation>Die Beispiele von „{name}“ sind alle gleich: Drehen, bewegen oder sagen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” is not always recognised: more examples help.</source>
        <translation>„{name}“ wird nicht immer erkannt: Mehr Beispiele helfen.</translation>
    </message>
    <message>
        <source>“{name}” has enough examples.</source>
        <translation>„{name}“ hat genug Beispiele.</translation>
    </message>
    <message>
        <source>Nothing can be learnt from the examples of “{name}”: they are dark, blank or silent.</source>
        <translation>Aus den Beispielen von „{name}“ lässt sich nichts lernen: Sie sind dunkel, leer oder stumm.</translation>
    </message>
    <message>
        <source>Show it again.</source>
        <translation>Zeigen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” and “{other}” are confused: add examples that differ.</source>
        <translation>„{name}“ und „{other}“ werden verwechselt: Fügen Sie Beispiele hinzu, die sich unterscheiden.</translation>
    </message>
    <message>
        <source>Show a second example of each class to see how well it works.</source>
        <translation>Zeigen Sie von jeder Klasse ein zweites Beispiel, um zu sehen, wie gut es klappt.</translation>
    </message>
    <message>
        <source>It works so far. More examples make it surer.</source>
        <translation>Bisher klappt es. Mehr Beispiele machen es sicherer.</translation>
    </message>
    <message>
        <source>All classes are told apart well.</source>
        <translation>Alle Klassen werden gut unterschieden.</translation>
    </message>
    <message>
        <source>{option} must be at least {least}.</source>
        <translation>{option} muss mindestens {least} sein.</translation>
    </message>
    <message>
        <source>{option} needs --from.</source>
        <translation>{option} braucht --from.</translation>
    </message>
    <message>
        <source>Name the data folder to take samples from.</source>
        <translation>Nennen Sie den Datenordner, aus dem Beispiele genommen werden.</translation>
    </message>
</context>
<context>
    <name>ProjectMenu</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a s&amp;hared file…</source>
        <translation>&amp;Geteilte Datei öffnen …</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Zuletzt benutzt</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>Share as &amp;one file…</source>
        <translation>Als &amp;eine Datei teilen …</translation>
    </message>
    <message>
        <source>&amp;Import a data folder…</source>
        <translation>Datenordner &amp;importieren …</translation>
    </message>
    <message>
        <source>Add the marked parts of a &amp;recording…</source>
        <translation>Markierte Teile einer &amp;Aufnahme hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Export as a data folder…</source>
        <translation>Als Datenordner e&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Forget this visitor</source>
        <translation>Diesen Besucher &amp;vergessen</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Shared projects (*{suffix})</source>
        <translation>Geteilte Projekte (*{suffix})</translation>
    </message>
    <message>
        <source>Open a shared file</source>
        <translation>Geteilte Datei öffnen</translation>
    </message>
    <message>
        <source>Save the project as a folder</source>
        <translation>Projekt als Ordner speichern</translation>
    </message>
    <message>
        <source>Share as one file</source>
        <translation>Als eine Datei teilen</translation>
    </message>
    <message>
        <source>Import a data folder</source>
        <translation>Datenordner importieren</translation>
    </message>
    <message>
        <source>Add the marked parts of a recording</source>
        <translation>Markierte Teile einer Aufnahme hinzufügen</translation>
    </message>
    <message>
        <source>Export as a data folder</source>
        <translation>Als Datenordner exportieren</translation>
    </message>
</context>
<context>
    <name>RecordStrip</name>
    <message>
        <source>Mark  Ctrl+B</source>
        <translation>Marke  Strg+B</translation>
    </message>
    <message>
        <source>Marks this moment, and asks what to call it</source>
        <translation>Markiert diesen Moment und fragt nach einem Namen</translation>
    </message>
    <message>
        <source>Stop  F12</source>
        <translation>Beenden  F12</translation>
    </message>
    <message>
        <source>Ends the recording and saves it</source>
        <translation>Beendet die Aufzeichnung und speichert sie</translation>
    </message>
    <message>
        <source>Name of the mark</source>
        <translation>Name der Marke</translation>
    </message>
    <message>
        <source>Enter names the mark, Esc leaves it as it is</source>
        <translation>Enter benennt die Marke, Esc lässt sie, wie sie ist</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>● REC {time}</source>
        <translation>● AUFZEICHNUNG {time}</translation>
    </message>
    <message>
        <source>{count} GB left on the disk</source>
        <translation>{count} GB auf dem Datenträger frei</translation>
    </message>
    <message>
        <source>more than {count} h left on the disk</source>
        <translation>Platz für mehr als {count} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left on the disk</source>
        <translation>Platz für {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min left on the disk</source>
        <translation>Platz für {minutes} min</translation>
    </message>
    <message>
        <source>less than a minute left on the disk</source>
        <translation>Platz für weniger als eine Minute</translation>
    </message>
    <message>
        <source>muted inputs are recorded too</source>
        <translation>auch stummgeschaltete Eingaben werden aufgezeichnet</translation>
    </message>
    <message>
        <source>marks: {count}</source>
        <translation>Marken: {count}</translation>
    </message>
    <message>
        <source>pictures left out: {count}</source>
        <translation>ausgelassene Bilder: {count}</translation>
    </message>
</context>
<context>
    <name>RecorderView</name>
    <message>
        <source>Mark {number}</source>
        <translation>Marke {number}</translation>
    </message>
    <message>
        <source>New visitor</source>
        <translation>Neuer Besucher</translation>
    </message>
    <message>
        <source>A recording of this visitor is running ({time}), and ends now. Shall it be deleted?</source>
        <translation>Es läuft eine Aufzeichnung dieses Besuchers ({time}). Sie endet jetzt. Soll sie gelöscht werden?</translation>
    </message>
    <message>
        <source>Recordings that were finished before are kept.</source>
        <translation>Aufzeichnungen, die vorher beendet waren, bleiben erhalten.</translation>
    </message>
    <message>
        <source>The typed text and the last half minute are deleted in any case.</source>
        <translation>Der getippte Text und die letzte halbe Minute werden in jedem Fall gelöscht.</translation>
    </message>
    <message>
        <source>Delete the recording</source>
        <translation>Aufzeichnung löschen</translation>
    </message>
    <message>
        <source>Keep the recording</source>
        <translation>Aufzeichnung behalten</translation>
    </message>
</context>
<context>
    <name>RecordingExportDesk</name>
    <message>
        <source>Export the recording as a video</source>
        <translation>Aufzeichnung als Video exportieren</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Parquet tables</source>
        <translation>Parquet-Tabellen</translation>
    </message>
    <message>
        <source>Export the answers to the recording</source>
        <translation>Antworten auf die Aufzeichnung exportieren</translation>
    </message>
    <message>
        <source>The text is yours: “{text}”</source>
        <translation>Der Text ist Ihrer: „{text}“</translation>
    </message>
    <message>
        <source>Export the recording</source>
        <translation>Aufzeichnung exportieren</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>{name} wird geschrieben …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>measured by leaving out one example at a time</source>
        <translation>gemessen, indem je ein Beispiel ausgelassen wird</translation>
    </message>
    <message>
        <source>measured on examples left out in {folds} rounds</source>
        <translation>gemessen an Beispielen, die in {folds} Runden ausgelassen wurden</translation>
    </message>
    <message>
        <source>not measured yet: no class has two examples</source>
        <translation>noch nicht gemessen: keine Klasse hat zwei Beispiele</translation>
    </message>
    <message>
        <source>How well it knows them</source>
        <translation>Wie gut es sie kennt</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>Lernt …</translation>
    </message>
    <message>
        <source>learnt in {seconds} s, {how}</source>
        <translation>in {seconds} s gelernt, {how}</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Use live</source>
        <translation>Live verwenden</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Measure the model on the test samples, which it has never seen, and write a report</source>
        <translation>Das Modell an nie gesehenen Testbeispielen messen und einen Bericht schreiben</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Figures on the test samples</source>
        <translation>Kennzahlen auf den Testbeispielen</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>When a run is done, its model appears here.</source>
        <translation>Wenn ein Lauf fertig ist, erscheint hier sein Modell.</translation>
    </message>
    <message>
        <source>The model is ready</source>
        <translation>Das Modell ist fertig</translation>
    </message>
    <message>
        <source>Accuracy on the validation samples, with its 95 % interval. Training stopped where these samples looked best, so the figure is a little too good. An evaluation measures the model on samples it has never seen.</source>
        <translation>Trefferquote auf den Validierungsbeispielen mit 95-%-Intervall. Das Training hielt dort an, wo diese Beispiele am besten aussahen; die Zahl ist also etwas zu gut. Eine Auswertung misst das Modell an Beispielen, die es nie gesehen hat.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>Measuring on the test samples and training baselines for comparison …</source>
        <translation>Es wird an den Testbeispielen gemessen, und zum Vergleich werden einfache Modelle trainiert …</translation>
    </message>
    <message>
        <source>Accuracy with its 95 % interval. F1 and AUC are means over the classes. ECE is how far confidence and accuracy are apart. The Brier score is the squared distance of the probabilities from the truth. Beside them is the accuracy of models trained for comparison.</source>
        <translation>Trefferquote mit 95-%-Intervall. F1 und AUC sind Mittel über die Klassen. ECE sagt, wie weit Zuversicht und Trefferquote auseinanderliegen. Der Brier-Wert ist der quadrierte Abstand der Wahrscheinlichkeiten von der Wahrheit. Daneben steht die Trefferquote von Vergleichsmodellen.</translation>
    </message>
    <message>
        <source>On one test sample</source>
        <translation>Auf einem Testbeispiel</translation>
    </message>
    <message>
        <source>On {count} test samples</source>
        <translation>Auf {count} Testbeispielen</translation>
    </message>
    <message>
        <source>the model does not say what it was trained on, so samples it knows may be among them</source>
        <translation>das Modell sagt nicht, womit es trainiert wurde; darunter können Beispiele sein, die es kennt</translation>
    </message>
    <message>
        <source>{count} more were left out, because the model was trained on them</source>
        <translation>{count} weitere wurden ausgelassen, weil das Modell mit ihnen trainiert wurde</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Trefferquote</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Back to all classes</source>
        <translation>Zurück zu allen Klassen</translation>
    </message>
    <message>
        <source>Back to all classes (Esc)</source>
        <translation>Zurück zu allen Klassen (Esc)</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Move to …</source>
        <translation>Verschieben nach …</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>Examples: {count}</source>
        <translation>Beispiele: {count}</translation>
    </message>
    <message>
        <source>, {count} selected</source>
        <translation>, {count} ausgewählt</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Save the model as</source>
        <translation>Modell speichern als</translation>
    </message>
    <message>
        <source>Models (*.mmdesk)</source>
        <translation>Modelle (*.mmdesk)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>Model file, ending in .mmdesk</source>
        <translation>Modelldatei, endet auf .mmdesk</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern als …</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the stage</source>
        <translation>Fortschritt des Abschnitts</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Es geht los …</translation>
    </message>
    <message>
        <source>You can close this window. Training continues, and the main window shows its progress.</source>
        <translation>Sie können dieses Fenster schließen. Das Training läuft weiter, und das Hauptfenster zeigt den Fortschritt.</translation>
    </message>
    <message>
        <source>It continues where the interrupted run stopped.</source>
        <translation>Er setzt dort fort, wo der unterbrochene Lauf aufhörte.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Evaluating …</source>
        <translation>Auswertung läuft …</translation>
    </message>
    <message>
        <source>Start continues from the last complete epoch if data and choices stay the same.</source>
        <translation>„Start“ setzt nach der letzten ganzen Epoche fort, wenn Daten und Auswahl gleich bleiben.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost.</source>
        <translation>Angehalten. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>Fertig: {name}</translation>
    </message>
    <message>
        <source>A run on this folder was interrupted.</source>
        <translation>Ein Lauf mit diesem Ordner wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Start continues it. Its choices are set above.</source>
        <translation>„Start“ setzt ihn fort. Seine Auswahl ist oben eingestellt.</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>{name} already exists. Replace it?</source>
        <translation>{name} gibt es schon. Ersetzen?</translation>
    </message>
</context>
<context>
    <name>SignalPanel</name>
    <message>
        <source>Other source…</source>
        <translation>Andere Quelle…</translation>
    </message>
    <message>
        <source>an address or a file</source>
        <translation>eine Adresse oder eine Datei</translation>
    </message>
    <message>
        <source>Choose the source</source>
        <translation>Quelle wählen</translation>
    </message>
</context>
<context>
    <name>SignalView</name>
    <message>
        <source>when left out: up to {points} points</source>
        <translation>wenn weggelassen: bis zu {points} Punkte</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Keine Quelle</translation>
    </message>
    <message>
        <source>Choose one above.</source>
        <translation>Wählen Sie oben eine.</translation>
    </message>
</context>
<context>
    <name>SnapshotPage</name>
    <message>
        <source>Snapshot from the fusion microscope</source>
        <translation>Schnappschuss aus dem Fusionsmikroskop</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Nicht live</translation>
    </message>
    <message>
        <source>Active changes</source>
        <translation>Aktive Eingriffe</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} sicher</translation>
    </message>
    <message>
        <source>The weights were set by hand.</source>
        <translation>Die Gewichte waren von Hand gesetzt.</translation>
    </message>
    <message>
        <source>The inputs were perturbed.</source>
        <translation>Die Eingaben waren gestört.</translation>
    </message>
    <message>
        <source>Weights by hand: {shares}</source>
        <translation>Gewichte von Hand: {shares}</translation>
    </message>
    <message>
        <source>What the model read</source>
        <translation>Was das Modell gelesen hat</translation>
    </message>
    <message>
        <source>Weights and contributions</source>
        <translation>Gewichte und Beiträge</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Answer without it</source>
        <translation>Antwort ohne sie</translation>
    </message>
    <message>
        <source>The weight is how much the method lets an input count. The contribution is how much the input changed the answer’s probability, in percentage points (its exact Shapley value). All contributions add up to the answer’s probability minus that of a random guess.</source>
        <translation>Das Gewicht sagt, wie viel die Methode eine Eingabe zählen lässt. Der Beitrag sagt, um wie viele Prozentpunkte die Eingabe die Wahrscheinlichkeit der Antwort verändert hat (ihr exakter Shapley-Wert). Alle Beiträge zusammen ergeben die Wahrscheinlichkeit der Antwort minus die des bloßen Ratens.</translation>
    </message>
    <message>
        <source>The same inputs, fused by other methods</source>
        <translation>Dieselben Eingaben mit anderen Fusionsmethoden</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Weights: {inputs}</source>
        <translation>Gewichte: {inputs}</translation>
    </message>
    <message>
        <source>Contributions: {inputs}</source>
        <translation>Beiträge: {inputs}</translation>
    </message>
    <message>
        <source>How the inputs relate</source>
        <translation>Wie die Eingaben zueinander stehen</translation>
    </message>
    <message>
        <source>Each method with its own weights on the same inputs. The one that answers is in bold.</source>
        <translation>Jede Methode mit ihren eigenen Gewichten bei gleichen Eingaben. Die antwortende steht fett.</translation>
    </message>
    <message>
        <source>It uses the weights set by hand.</source>
        <translation>Sie benutzt die von Hand gesetzten Gewichte.</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>No device found</source>
        <translation>Kein Gerät gefunden</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Geräte neu suchen</translation>
    </message>
</context>
<context>
    <name>SpectrogramView</name>
    <message>
        <source>when left out: up to {points} points</source>
        <translation>wenn weggelassen: bis zu {points} Punkte</translation>
    </message>
    <message>
        <source>No microphone chosen</source>
        <translation>Kein Mikrofon gewählt</translation>
    </message>
    <message>
        <source>Choose one in the list above.</source>
        <translation>Wählen Sie oben in der Liste.</translation>
    </message>
    <message>
        <source>Starting the microphone …</source>
        <translation>Mikrofon startet …</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What if: without each input</source>
        <translation>Was wäre, wenn: ohne jede Eingabe</translation>
    </message>
    <message>
        <source>Weights over time</source>
        <translation>Gewichte im Zeitverlauf</translation>
    </message>
    <message>
        <source>Methods side by side</source>
        <translation>Methoden nebeneinander</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>What supports the answer (while frozen)</source>
        <translation>Was für die Antwort spricht (angehalten)</translation>
    </message>
    <message>
        <source>What would it say without …?</source>
        <translation>Was würde es sagen ohne …?</translation>
    </message>
    <message>
        <source>How much it used each input</source>
        <translation>Wie viel es von jeder Eingabe nahm</translation>
    </message>
    <message>
        <source>The same moment, seen by every method</source>
        <translation>Derselbe Moment, gesehen von jeder Methode</translation>
    </message>
    <message>
        <source>Dots: examples it learnt from. The large one: you, now</source>
        <translation>Punkte: Beispiele, aus denen es lernte. Der große: du, jetzt</translation>
    </message>
</context>
<context>
    <name>StageBoard</name>
    <message>
        <source>Answer and inputs</source>
        <translation>Antwort und Eingaben</translation>
    </message>
    <message>
        <source>What makes it say “{label}”?</source>
        <translation>Was lässt es „{label}“ sagen?</translation>
    </message>
</context>
<context>
    <name>StageCode</name>
    <message>
        <source>Take this moment home: scan with your telephone</source>
        <translation>Nehmen Sie diesen Moment mit nach Hause: mit dem Telefon scannen</translation>
    </message>
</context>
<context>
    <name>StageHeader</name>
    <message>
        <source>Method and active changes</source>
        <translation>Methode und aktive Eingriffe</translation>
    </message>
</context>
<context>
    <name>StageMenu</name>
    <message>
        <source>On the &amp;stage</source>
        <translation>Auf der &amp;Bühne</translation>
    </message>
    <message>
        <source>&amp;Next scene</source>
        <translation>&amp;Nächste Szene</translation>
    </message>
    <message>
        <source>&amp;Previous scene</source>
        <translation>&amp;Vorige Szene</translation>
    </message>
    <message>
        <source>Change by &amp;itself</source>
        <translation>Von &amp;selbst wechseln</translation>
    </message>
    <message>
        <source>Every {seconds} seconds</source>
        <translation>Alle {seconds} Sekunden</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>S&amp;maller type</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>Type as &amp;usual</source>
        <translation>&amp;Übliche Schrift</translation>
    </message>
    <message>
        <source>Show the stage &amp;here</source>
        <translation>Bühne &amp;hier zeigen</translation>
    </message>
</context>
<context>
    <name>StagePreview</name>
    <message>
        <source>What the audience sees</source>
        <translation>Was das Publikum sieht</translation>
    </message>
    <message>
        <source>What the audience sees. Click for the next scene (Page Down).</source>
        <translation>Was das Publikum sieht. Klick: nächste Szene (Bild ab).</translation>
    </message>
    <message>
        <source>Code to take the moment home</source>
        <translation>Code zum Mitnehmen des Moments</translation>
    </message>
    <message>
        <source>On the stage: {scene}</source>
        <translation>Auf der Bühne: {scene}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>camera {value} fps</source>
        <translation>Kamera {value} Bilder/s</translation>
    </message>
    <message>
        <source>shown {value} fps</source>
        <translation>gezeigt {value} Bilder/s</translation>
    </message>
    <message>
        <source>{value} answers/s</source>
        <translation>{value} Antworten/s</translation>
    </message>
    <message>
        <source>camera → screen {value} ms</source>
        <translation>Kamera → Bild {value} ms</translation>
    </message>
    <message>
        <source>input → answer {value} ms</source>
        <translation>Eingabe → Antwort {value} ms</translation>
    </message>
    <message>
        <source>sound lost {count}×</source>
        <translation>Ton verloren {count}×</translation>
    </message>
    <message>
        <source>NaN {count}×</source>
        <translation>NaN {count}×</translation>
    </message>
    <message>
        <source>Pictures per second from the camera</source>
        <translation>Bilder je Sekunde, die die Kamera liefert</translation>
    </message>
    <message>
        <source>Pictures per second on screen</source>
        <translation>Bilder je Sekunde, die gezeigt werden</translation>
    </message>
    <message>
        <source>Predictions per second</source>
        <translation>Vorhersagen je Sekunde</translation>
    </message>
    <message>
        <source>From the capture of a picture until it is on screen (median)</source>
        <translation>Von der Aufnahme eines Bildes bis auf den Schirm (Median)</translation>
    </message>
    <message>
        <source>From the newest changed input until the answer is on screen (median)</source>
        <translation>Von der letzten geänderten Eingabe bis zur gezeigten Antwort (Median)</translation>
    </message>
    <message>
        <source>How often sound was lost because the computer was too busy</source>
        <translation>Wie oft Ton verloren ging, weil der Rechner zu beschäftigt war</translation>
    </message>
    <message>
        <source>Answers that were not numbers (NaN) and were left out: the model is damaged</source>
        <translation>Antworten, die keine Zahlen waren (NaN) und ausgelassen wurden: Das Modell ist beschädigt</translation>
    </message>
    <message>
        <source>A model is being trained (Model, Train…)</source>
        <translation>Ein Modell wird trainiert (Modell, Trainieren …)</translation>
    </message>
    <message>
        <source>Where the model runs</source>
        <translation>Wo das Modell rechnet</translation>
    </message>
</context>
<context>
    <name>Sum</name>
    <message>
        <source>Training gave each input one score, the same at every moment. A weight is the input&apos;s share of the sum of e^score (softmax).</source>
        <translation>Das Training gab jeder Eingabe eine feste Punktzahl, in jedem Augenblick dieselbe. Ein Gewicht ist der Anteil der Eingabe an der Summe aller e^Punktzahl (Softmax).</translation>
    </message>
    <message>
        <source>The gate gives each input a score for this very moment. A weight is the input&apos;s share of the sum of e^score (softmax).</source>
        <translation>Das Gate gibt jeder Eingabe eine Punktzahl für genau diesen Augenblick. Ein Gewicht ist der Anteil der Eingabe an der Summe aller e^Punktzahl (Softmax).</translation>
    </message>
    <message>
        <source>The gate weighs every value of the embeddings by itself (a softmax over the inputs). A weight is the mean over all values.</source>
        <translation>Das Gate gewichtet jeden Wert der Einbettungen für sich (ein Softmax über die Eingaben). Ein Gewicht ist das Mittel über alle Werte.</translation>
    </message>
    <message>
        <source>Everything that is present counts the same.</source>
        <translation>Alles, was da ist, zählt gleich viel.</translation>
    </message>
    <message>
        <source>Each input&apos;s own head is as sure as its class scores rise: its energy is their log-sum-exp, its trust log(1 + e^energy). A weight is the input&apos;s share of all trust.</source>
        <translation>Der eigene Kopf jeder Eingabe ist so sicher, wie seine Klassenwerte steigen: Seine Energie ist deren Log-Summe-Exp, sein Vertrauen log(1 + e^Energie). Ein Gewicht ist der Anteil der Eingabe am ganzen Vertrauen.</translation>
    </message>
    <message>
        <source>This model looks at one input only.</source>
        <translation>Dieses Modell betrachtet nur eine Eingabe.</translation>
    </message>
    <message>
        <source>You set the weights. What an absent input would have goes to the others in proportion.</source>
        <translation>Sie bestimmen die Gewichte. Was eine fehlende Eingabe hätte, geht anteilig an die anderen.</translation>
    </message>
    <message>
        <source>e^(score − greatest)</source>
        <translation>e^(Punktzahl − größte)</translation>
    </message>
    <message>
        <source>sum over the values</source>
        <translation>Summe über die Werte</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>zählt</translation>
    </message>
    <message>
        <source>trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>your share</source>
        <translation>Ihr Anteil</translation>
    </message>
    <message>
        <source>This method does not tell how its weights are made.</source>
        <translation>Diese Methode verrät nicht, wie ihre Gewichte entstehen.</translation>
    </message>
    <message>
        <source>There is no input to weigh.</source>
        <translation>Es gibt keine Eingabe zu gewichten.</translation>
    </message>
    <message>
        <source>This method has no weights.</source>
        <translation>Diese Methode hat keine Gewichte.</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Punktzahl</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>There is no answer to contribute to.</source>
        <translation>Es gibt keine Antwort, zu der etwas beitragen könnte.</translation>
    </message>
    <message>
        <source>It is absent, so it contributes exactly 0.</source>
        <translation>Sie fehlt, also trägt sie genau 0 bei.</translation>
    </message>
    <message>
        <source>with</source>
        <translation>zusammen mit</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>Reihenfolgen</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>bringt</translation>
    </message>
    <message>
        <source>nothing (a guess)</source>
        <translation>nichts (geraten)</translation>
    </message>
    <message>
        <source>The inputs arrive one after the other, in each of the {orders} possible orders. The contribution is what {name} adds to the probability of “{label}” when it arrives, on average (Shapley value).</source>
        <translation>Die Eingaben kommen nacheinander hinzu, in jeder der {orders} möglichen Reihenfolgen. Der Beitrag ist, was {name} zur Wahrscheinlichkeit von „{label}“ im Mittel hinzufügt, sobald diese Eingabe an der Reihe ist (Shapley-Wert).</translation>
    </message>
    <message>
        <source>mean over the orders</source>
        <translation>Mittel über die Reihenfolgen</translation>
    </message>
    <message>
        <source>Weight of {name}: {weight}</source>
        <translation>Gewicht von {name}: {weight}</translation>
    </message>
    <message>
        <source>Contribution of {name}: {points}</source>
        <translation>Beitrag von {name}: {points}</translation>
    </message>
</context>
<context>
    <name>SumWindow</name>
    <message>
        <source>How it is computed</source>
        <translation>So wird es berechnet</translation>
    </message>
    <message>
        <source>Waiting for the first answer …</source>
        <translation>Warte auf die erste Antwort …</translation>
    </message>
</context>
<context>
    <name>TakeAwayWindow</name>
    <message>
        <source>Take it away – mmdesk</source>
        <translation>Mitnehmen – mmdesk</translation>
    </message>
    <message>
        <source>A telephone in the same network can fetch this moment as a page, by scanning a code. The page is there only while its code is shown, and nothing else can be fetched. Shall telephones be let in?</source>
        <translation>Ein Telefon im selben Netz kann diesen Moment als Seite holen, indem es einen Code liest. Die Seite ist nur da, solange ihr Code gezeigt wird, und sonst lässt sich nichts holen. Sollen Telefone hereingelassen werden?</translation>
    </message>
    <message>
        <source>Let telephones in</source>
        <translation>Telefone hereinlassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Scan this with a telephone in the same network.</source>
        <translation>Lesen Sie den Code mit einem Telefon im selben Netz.</translation>
    </message>
    <message>
        <source>Address of this computer</source>
        <translation>Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>This computer is in several networks; choose the telephone&apos;s</source>
        <translation>Dieser Rechner ist in mehreren Netzen; wählen Sie das des Telefons</translation>
    </message>
    <message>
        <source>QR code of the page&apos;s address</source>
        <translation>QR-Code der Adresse der Seite</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>Auf der Bühne zeigen</translation>
    </message>
    <message>
        <source>The audience window shows the code large, as long as the page is there</source>
        <translation>Das Publikumsfenster zeigt den Code groß, solange die Seite da ist</translation>
    </message>
    <message>
        <source>Fetched: {count}. The page goes when this is closed, or in {time}.</source>
        <translation>Geholt: {count}. Die Seite verschwindet, wenn dieses Fenster geschlossen wird, oder in {time}.</translation>
    </message>
    <message>
        <source>The page goes when this is closed, or in {time}.</source>
        <translation>Die Seite verschwindet, wenn dieses Fenster geschlossen wird, oder in {time}.</translation>
    </message>
</context>
<context>
    <name>TeachWindow</name>
    <message>
        <source>Background … {seconds}</source>
        <translation>Hintergrund … {seconds}</translation>
    </message>
    <message>
        <source>Show nothing for a moment: what is there now will count as “none of these”.</source>
        <translation>Zeigen Sie einen Moment lang nichts: Was jetzt da ist, zählt als „nichts davon“.</translation>
    </message>
    <message>
        <source>What shall it know?</source>
        <translation>Was soll es kennen?</translation>
    </message>
    <message>
        <source>Name a class, then hold the record key and show it, say it and type it.</source>
        <translation>Benennen Sie eine Klasse, halten Sie dann die Aufnahmetaste und zeigen, sagen und tippen Sie sie.</translation>
    </message>
    <message>
        <source>One more class</source>
        <translation>Noch eine Klasse</translation>
    </message>
    <message>
        <source>Show examples</source>
        <translation>Zeigen Sie Beispiele</translation>
    </message>
    <message>
        <source>It needs two classes with examples to tell apart.</source>
        <translation>Es braucht zwei Klassen mit Beispielen, um sie zu unterscheiden.</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>Another model answers</source>
        <translation>Ein anderes Modell antwortet</translation>
    </message>
    <message>
        <source>Choose “Teach” in the menu again, and what is taught here answers.</source>
        <translation>Wählen Sie im Menü noch einmal „Beibringen“, dann antwortet, was hier beigebracht ist.</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>Lernt …</translation>
    </message>
    <message>
        <source>A few seconds, then it answers here.</source>
        <translation>Ein paar Sekunden, dann antwortet es hier.</translation>
    </message>
    <message>
        <source>Teach – mmdesk</source>
        <translation>Beibringen – mmdesk</translation>
    </message>
</context>
<context>
    <name>TeachingForgetting</name>
    <message>
        <source>Teach</source>
        <translation>Beibringen</translation>
    </message>
    <message>
        <source>This visitor has shown nothing yet. Forget the visitor before?</source>
        <translation>Dieser Besucher hat noch nichts gezeigt. Den vorigen Besucher vergessen?</translation>
    </message>
    <message>
        <source>This would be wiped: {what}. Nothing can bring it back.</source>
        <translation>Gelöscht würde: {what}. Nichts holt es zurück.</translation>
    </message>
    <message>
        <source>Forget the visitor before</source>
        <translation>Vorigen Besucher vergessen</translation>
    </message>
    <message>
        <source>examples: {count} ({inputs})</source>
        <translation>Beispiele: {count} ({inputs})</translation>
    </message>
    <message>
        <source>classes: {names}</source>
        <translation>Klassen: {names}</translation>
    </message>
    <message>
        <source>background: {count}</source>
        <translation>Hintergrund: {count}</translation>
    </message>
</context>
<context>
    <name>TeachingProjects</name>
    <message>
        <source>The last changes could not be saved.</source>
        <translation>Die letzten Änderungen konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>What is taught now is only in memory.</source>
        <translation>Was jetzt beigebracht ist, steht nur im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Beibringen</translation>
    </message>
    <message>
        <source>It will be gone unless you save it.</source>
        <translation>Was nicht gespeichert wird, geht verloren.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Ohne Speichern verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>TextMarks</name>
    <message>
        <source>changes nothing</source>
        <translation>ändert nichts</translation>
    </message>
    <message>
        <source>{said}: {points} points</source>
        <translation>{said}: {points} Punkte</translation>
    </message>
</context>
<context>
    <name>TextSizeMenu</name>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Text&amp;größe</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Text &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Text &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Übliche Textgröße</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>The newest examples</source>
        <translation>Die neuesten Beispiele</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>One tick back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>One tick forward</source>
        <translation>Einen Schritt vor</translation>
    </message>
    <message>
        <source>Rerun the last {seconds} s</source>
        <translation>Die letzten {seconds} s nochmals rechnen</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
    <message>
        <source>Timeline of the last half minute</source>
        <translation>Zeitleiste der letzten halben Minute</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} s</translation>
    </message>
    <message>
        <source>as it was: {answer}</source>
        <translation>wie es war: {answer}</translation>
    </message>
    <message>
        <source>then: {then}; now: {now}</source>
        <translation>damals: {then}; jetzt: {now}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>rerun: {same} of {count} answers are the same in every digit</source>
        <translation>nochmals gerechnet: {same} von {count} Antworten in jeder Stelle gleich</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} s</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>no history yet</source>
        <translation>noch kein Verlauf</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>new class</source>
        <translation>neue Klasse</translation>
    </message>
    <message>
        <source>new name</source>
        <translation>neuer Name</translation>
    </message>
    <message>
        <source>new colour</source>
        <translation>neue Farbe</translation>
    </message>
    <message>
        <source>class deleted</source>
        <translation>Klasse gelöscht</translation>
    </message>
    <message>
        <source>order of classes</source>
        <translation>Reihenfolge der Klassen</translation>
    </message>
    <message>
        <source>new examples</source>
        <translation>neue Beispiele</translation>
    </message>
    <message>
        <source>examples moved</source>
        <translation>Beispiele verschoben</translation>
    </message>
    <message>
        <source>examples deleted</source>
        <translation>Beispiele gelöscht</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Choose another key, a foot switch&apos;s for example</source>
        <translation>Eine andere Taste wählen, zum Beispiel die eines Fußschalters</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Beibringen</translation>
    </message>
    <message>
        <source>Only in memory: nothing is stored unless you save it.</source>
        <translation>Nur im Arbeitsspeicher: Gespeichert wird erst, wenn Sie es wollen.</translation>
    </message>
    <message>
        <source>Saved with every change.</source>
        <translation>Wird bei jeder Änderung gespeichert.</translation>
    </message>
    <message>
        <source>Changes are not saved. Save it elsewhere.</source>
        <translation>Änderungen werden nicht gespeichert. Speichern Sie es an einem anderen Ort.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: {change} (Ctrl+Z)</source>
        <translation>Rückgängig: {change} (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo: {change} (Ctrl+Shift+Z)</source>
        <translation>Wiederholen: {change} (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Record key: {key}</source>
        <translation>Aufnahmetaste: {key}</translation>
    </message>
    <message>
        <source>Press a key …</source>
        <translation>Taste drücken …</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Agree</source>
        <translation>Einig</translation>
    </message>
    <message>
        <source>they agree. The bars show how much each one counts in the answer.</source>
        <translation>sie sind sich einig. Die Balken zeigen, wie viel jede in der Antwort zählt.</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Mute one input: press the crossed-out circle at the top of its panel.</source>
        <translation>Schalten Sie eine Eingabe stumm: der durchgestrichene Kreis oben in ihrem Feld.</translation>
    </message>
    <message>
        <source>it no longer counts, and the others answer without it. Now unmute it.</source>
        <translation>sie zählt nicht mehr, und die anderen antworten ohne sie. Schalten Sie sie nun wieder ein.</translation>
    </message>
    <message>
        <source>When one input is missing, the model works with the rest.</source>
        <translation>Fehlt eine Eingabe, arbeitet das Modell mit dem Rest.</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Verdecken</translation>
    </message>
    <message>
        <source>Cover the lens with your hand. Without a camera, mute the picture instead.</source>
        <translation>Bedecken Sie die Linse mit der Hand. Ohne Kamera das Bild stummschalten.</translation>
    </message>
    <message>
        <source>A recording has no lens to cover: mute the picture instead.</source>
        <translation>Eine Aufzeichnung hat keine Linse zum Verdecken: Schalten Sie das Bild stumm.</translation>
    </message>
    <message>
        <source>the picture no longer counts, and its panel says why. Now bring it back.</source>
        <translation>das Bild zählt nicht mehr, und sein Feld sagt, warum. Holen Sie es nun zurück.</translation>
    </message>
    <message>
        <source>The model does not take a covered lens for a black picture: it knows that there is nothing to see.</source>
        <translation>Das Modell hält eine verdeckte Linse nicht für ein schwarzes Bild: Es weiß, dass nichts zu sehen ist.</translation>
    </message>
    <message>
        <source>Contradict</source>
        <translation>Widersprechen</translation>
    </message>
    <message>
        <source>Let all inputs say the same: “{label}”, for example.</source>
        <translation>Lassen Sie alle Eingaben dasselbe sagen, zum Beispiel „{label}“.</translation>
    </message>
    <message>
        <source>Watch the recording: sometimes all inputs say the same.</source>
        <translation>Sehen Sie die Aufzeichnung an: Manchmal sagen alle Eingaben dasselbe.</translation>
    </message>
    <message>
        <source>Several inputs, one answer. Each bar shows how much the model listens to one of them.</source>
        <translation>Mehrere Eingaben, eine Antwort. Jeder Balken zeigt, wie sehr das Modell auf eine hört.</translation>
    </message>
    <message>
        <source>Complement</source>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>Give each input its part of “{label}”: none can know the answer alone.</source>
        <translation>Geben Sie jeder Eingabe ihren Teil von „{label}“: Keine kann die Antwort allein wissen.</translation>
    </message>
    <message>
        <source>Watch the recording: none of the inputs can know the answer alone.</source>
        <translation>Sehen Sie die Aufzeichnung an: Keine der Eingaben kann die Antwort allein wissen.</translation>
    </message>
    <message>
        <source>together they know what none of them knows alone.</source>
        <translation>zusammen wissen sie, was keine allein weiß.</translation>
    </message>
    <message>
        <source>No input can know this alone. Only together do they give the answer.</source>
        <translation>Keine Eingabe kann das allein wissen. Erst zusammen ergeben sie die Antwort.</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>See how much an input helped or misled: click its bars.</source>
        <translation>Sehen Sie, wie sehr eine Eingabe geholfen oder irregeführt hat: Klicken Sie auf ihre Balken.</translation>
    </message>
    <message>
        <source>the sum behind the bar, with the numbers of this very moment. Close it again.</source>
        <translation>die Rechnung hinter dem Balken, mit den Zahlen genau dieses Moments. Schließen Sie sie wieder.</translation>
    </message>
    <message>
        <source>The weight says what the model used. The contribution says what really helped.</source>
        <translation>Das Gewicht sagt, was das Modell benutzt hat. Der Beitrag sagt, was wirklich geholfen hat.</translation>
    </message>
    <message>
        <source>Contradict yourself: let one input say “{label}” and another one “{other}”.</source>
        <translation>Widersprechen Sie sich: Eine Eingabe sagt „{label}“, eine andere „{other}“.</translation>
    </message>
    <message>
        <source>Contradict the recording: press F9 to make the text lie.</source>
        <translation>Widersprechen Sie der Aufzeichnung: Mit F9 lügt der Text.</translation>
    </message>
    <message>
        <source>they disagree, and the program says so. Which one does the model believe?</source>
        <translation>sie widersprechen sich, und das Programm sagt es. Welcher glaubt das Modell?</translation>
    </message>
    <message>
        <source>Now they contradict each other. Which one will the model believe? Which one would you believe?</source>
        <translation>Jetzt widersprechen sie sich. Welcher wird das Modell glauben? Welcher würden Sie glauben?</translation>
    </message>
    <message>
        <source>Honesty</source>
        <translation>Ehrlichkeit</translation>
    </message>
    <message>
        <source>Do the weights tell the truth? Rest the pointer on the honesty meter, or click it.</source>
        <translation>Sagen die Gewichte die Wahrheit? Zeigen Sie mit der Maus auf den Ehrlichkeitsmesser oder klicken Sie ihn an.</translation>
    </message>
    <message>
        <source>at 100%, what the model used is what mattered. The words beside it say where not.</source>
        <translation>Bei 100 % ist das, was das Modell benutzt hat, auch das, worauf es ankam. Die Worte daneben sagen, wo nicht.</translation>
    </message>
    <message>
        <source>Does the model use what helps it? The meter compares the two.</source>
        <translation>Benutzt das Modell, was ihm hilft? Der Messer vergleicht beides.</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Eingreifen</translation>
    </message>
    <message>
        <source>Set the weights yourself: move one of the sliders.</source>
        <translation>Bestimmen Sie die Gewichte selbst: Bewegen Sie einen der Regler.</translation>
    </message>
    <message>
        <source>these are your weights, and the answer follows them. Now press “Reset”.</source>
        <translation>das sind Ihre Gewichte, und die Antwort folgt ihnen. Drücken Sie nun „Zurücksetzen“.</translation>
    </message>
    <message>
        <source>You are the gate now. How far must you push before the answer changes?</source>
        <translation>Jetzt sind Sie das Gate. Wie weit müssen Sie schieben, bis die Antwort kippt?</translation>
    </message>
    <message>
        <source>Switch the method</source>
        <translation>Methode wechseln</translation>
    </message>
    <message>
        <source>Choose another fusion method: click one in the table, or press a key from 1 to 9.</source>
        <translation>Wählen Sie eine andere Fusionsmethode: in der Tabelle anklicken oder eine Taste von 1 bis 9 drücken.</translation>
    </message>
    <message>
        <source>the same inputs, fused by another method. The table shows them all side by side.</source>
        <translation>dieselben Eingaben, von einer anderen Methode verschmolzen. Die Tabelle zeigt alle nebeneinander.</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Press “Freeze”, then go back in time: drag along the line that appears below.</source>
        <translation>Drücken Sie „Anhalten“ und gehen Sie dann in der Zeit zurück: Ziehen Sie auf der Linie, die unten erscheint.</translation>
    </message>
    <message>
        <source>a moment from before, just as it was. Try another method on it if you like.</source>
        <translation>ein früherer Moment, genau wie er war. Probieren Sie auch eine andere Methode daran aus.</translation>
    </message>
    <message>
        <source>Every moment of the last half minute is still here.</source>
        <translation>Jeder Moment der letzten halben Minute ist noch da.</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Ask why: freeze the window, or choose another moment, and wait a little.</source>
        <translation>Fragen Sie warum: Halten Sie das Fenster an oder wählen Sie einen anderen Moment, und warten Sie ein wenig.</translation>
    </message>
    <message>
        <source>the marks show which parts of the inputs support the answer, and which oppose it.</source>
        <translation>die Markierungen zeigen, welche Teile der Eingaben für die Antwort sprechen und welche dagegen.</translation>
    </message>
    <message>
        <source>Why this answer? These parts speak for it, those against it.</source>
        <translation>Warum diese Antwort? Diese Teile sprechen dafür, jene dagegen.</translation>
    </message>
    <message>
        <source>The same inputs, fused by different methods. They do not always give the same answer.</source>
        <translation>Dieselben Eingaben mit verschiedenen Methoden. Nicht immer kommt dieselbe Antwort heraus.</translation>
    </message>
</context>
<context>
    <name>TourStrip</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Tour beenden</translation>
    </message>
    <message>
        <source>TOUR {number}/{count}</source>
        <translation>TOUR {number}/{count}</translation>
    </message>
    <message>
        <source>Done – look: {what}</source>
        <translation>Geschafft – sehen Sie: {what}</translation>
    </message>
    <message>
        <source>The current method has no weights to set. Choose the attention gate first.</source>
        <translation>Die aktuelle Methode hat keine einstellbaren Gewichte. Wählen Sie zuerst das Aufmerksamkeits-Gate.</translation>
    </message>
    <message>
        <source>The tour notices by itself when you have done it.</source>
        <translation>Die Tour merkt selbst, wenn Sie es geschafft haben.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster Schritt</translation>
    </message>
</context>
<context>
    <name>TrainWindow</name>
    <message>
        <source>Train a model – mmdesk</source>
        <translation>Ein Modell trainieren – mmdesk</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>These curves show how well the model does on the validation samples as it learns: with all inputs, and with each input alone. If an input&apos;s own curve falls while the curve for all inputs rises, the model is forgetting that input.</source>
        <translation>Diese Kurven zeigen, wie gut das Modell beim Lernen auf den Validierungsbeispielen ist: mit allen Eingaben und mit jeder allein. Fällt die Kurve einer Eingabe, während die aller Eingaben steigt, vergisst das Modell diese Eingabe.</translation>
    </message>
    <message>
        <source>{name} is being forgotten: alone it fell from {then} to {now}, while all inputs together rose from {whole_then} to {whole_now}. Hold back the dominant input, raise the modality dropout, or train the encoders first.</source>
        <translation>Die Eingabe {name} wird vergessen: Allein fiel sie von {then} auf {now}, während alle zusammen von {whole_then} auf {whole_now} stiegen. Bremsen Sie die vorherrschende Eingabe, erhöhen Sie den Eingabe-Dropout oder trainieren Sie zuerst die Encoder.</translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message>
        <source>Concatenation</source>
        <translation>Verkettung</translation>
    </message>
    <message>
        <source>Weighted average</source>
        <translation>Gewichtetes Mittel</translation>
    </message>
    <message>
        <source>Attention gate</source>
        <translation>Aufmerksamkeits-Gate</translation>
    </message>
    <message>
        <source>Attention gate, element by element</source>
        <translation>Aufmerksamkeits-Gate, elementweise</translation>
    </message>
    <message>
        <source>Deep fusion (MLP)</source>
        <translation>Tiefe Fusion (MLP)</translation>
    </message>
    <message>
        <source>Cross-modal transformer</source>
        <translation>Modalitätsübergreifender Transformer</translation>
    </message>
    <message>
        <source>Shared weights</source>
        <translation>Geteilte Gewichte</translation>
    </message>
    <message>
        <source>Multi-task heads</source>
        <translation>Mehrere Aufgaben (Multi-Task)</translation>
    </message>
    <message>
        <source>Late fusion (mean of the answers)</source>
        <translation>Späte Fusion (Mittel der Antworten)</translation>
    </message>
    <message>
        <source>Evidence (Dempster–Shafer, TMC)</source>
        <translation>Evidenz (Dempster–Shafer, TMC)</translation>
    </message>
    <message>
        <source>Late fusion by quality (QMF)</source>
        <translation>Späte Fusion nach Güte (QMF)</translation>
    </message>
    <message>
        <source>Product of experts</source>
        <translation>Produkt von Experten</translation>
    </message>
    <message>
        <source>Low-rank tensor fusion (LMF)</source>
        <translation>Tensorfusion von niedrigem Rang (LMF)</translation>
    </message>
    <message>
        <source>Multiplied in pairs (bilinear)</source>
        <translation>Paarweise multipliziert (bilinear)</translation>
    </message>
    <message>
        <source>Modulation by the others (FiLM)</source>
        <translation>Modulation durch die anderen (FiLM)</translation>
    </message>
    <message>
        <source>Adds up what each input says by itself. It cannot tell what only several inputs together mean.</source>
        <translation>Zählt zusammen, was jede Eingabe für sich sagt. Was nur mehrere Eingaben gemeinsam bedeuten, kann sie nicht erkennen.</translation>
    </message>
    <message>
        <source>Mixes the inputs with weights that never change. It knows which input is good in general, not which is good right now, and cannot tell what only several together mean.</source>
        <translation>Mischt die Eingaben mit Gewichten, die sich nie ändern. Sie weiß, welche Eingabe im Allgemeinen gut ist, nicht welche gerade gut ist, und kann nicht erkennen, was nur mehrere gemeinsam bedeuten.</translation>
    </message>
    <message>
        <source>Weighs the inputs anew every moment. It can turn to the clearer one, but hardly tell what only several together mean.</source>
        <translation>Gewichtet die Eingaben in jedem Augenblick neu. Sie kann sich der klareren zuwenden, aber kaum erkennen, was nur mehrere gemeinsam bedeuten.</translation>
    </message>
    <message>
        <source>Weighs every single value of each input. It can take one thing from one input and another from the next, and so combine them.</source>
        <translation>Gewichtet jeden einzelnen Wert jeder Eingabe. Sie kann der einen Eingabe dies und der anderen jenes entnehmen und sie so verbinden.</translation>
    </message>
    <message>
        <source>Passes all inputs through joint layers. It can combine them in any way, but has no weights to show.</source>
        <translation>Führt alle Eingaben durch gemeinsame Schichten. Sie kann sie beliebig verbinden, hat aber keine Gewichte zu zeigen.</translation>
    </message>
    <message>
        <source>Lets the inputs read each other. It can combine them in any way, has no weights to show, and takes the longest to compute.</source>
        <translation>Lässt die Eingaben einander lesen. Sie kann sie beliebig verbinden, hat keine Gewichte zu zeigen und rechnet am längsten.</translation>
    </message>
    <message>
        <source>Passes every input through the same layers and averages them. What one teaches serves the others, but it can hardly tell what only several together mean.</source>
        <translation>Führt jede Eingabe durch dieselben Schichten und mittelt. Was eine lehrt, nützt den anderen, aber sie kann kaum erkennen, was nur mehrere gemeinsam bedeuten.</translation>
    </message>
    <message>
        <source>Passes all inputs through joint layers while each also learns to answer alone. It can combine them, but has no weights to show.</source>
        <translation>Führt alle Eingaben durch gemeinsame Schichten, während jede auch allein zu antworten lernt. Sie kann sie verbinden, hat aber keine Gewichte zu zeigen.</translation>
    </message>
    <message>
        <source>Lets each input answer alone and averages the answers. It cannot tell what only several inputs together mean.</source>
        <translation>Lässt jede Eingabe allein antworten und mittelt die Antworten. Was nur mehrere Eingaben gemeinsam bedeuten, kann sie nicht erkennen.</translation>
    </message>
    <message>
        <source>Lets each input say how sure it is, and joins what they claim. It shows doubt and conflict, but cannot tell what only several inputs together mean.</source>
        <translation>Lässt jede Eingabe sagen, wie sicher sie ist, und vereint, was sie behaupten. Sie zeigt Zweifel und Konflikt, kann aber nicht erkennen, was nur mehrere Eingaben gemeinsam bedeuten.</translation>
    </message>
    <message>
        <source>Averages the inputs&apos; own answers, the clear ones with more weight. It can turn down an unclear input, but cannot tell what only several together mean.</source>
        <translation>Mittelt die eigenen Antworten der Eingaben, die klaren mit mehr Gewicht. Sie kann eine unklare Eingabe leiser stellen, aber nicht erkennen, was nur mehrere gemeinsam bedeuten.</translation>
    </message>
    <message>
        <source>Multiplies the inputs&apos; own probabilities. Those that agree make each other surer and each can veto, but it can represent no more than concatenation.</source>
        <translation>Multipliziert die eigenen Wahrscheinlichkeiten der Eingaben. Wer übereinstimmt, bestärkt einander, und jede hat ein Veto; mehr als die Verkettung kann sie aber nicht darstellen.</translation>
    </message>
    <message>
        <source>Multiplies all inputs with each other, through a few factors. It can tell what all of them together mean, but has no weights to show.</source>
        <translation>Multipliziert alle Eingaben miteinander, über wenige Faktoren. Sie kann erkennen, was alle gemeinsam bedeuten, hat aber keine Gewichte zu zeigen.</translation>
    </message>
    <message>
        <source>Multiplies the inputs two by two. It can tell what pairs mean together, and from them much of what three mean; no term multiplies all three.</source>
        <translation>Multipliziert die Eingaben paarweise. Sie kann erkennen, was Paare gemeinsam bedeuten, und daraus viel von dem, was drei bedeuten; kein Term multipliziert alle drei.</translation>
    </message>
    <message>
        <source>Scales and shifts each input by what the others hold. It can read one in the light of the rest, but has no weights to show.</source>
        <translation>Streckt und verschiebt jede Eingabe nach dem, was die anderen enthalten. Sie kann eine im Licht der übrigen lesen, hat aber keine Gewichte zu zeigen.</translation>
    </message>
    <message>
        <source>Small CNN</source>
        <translation>Kleines CNN</translation>
    </message>
    <message>
        <source>EfficientNet-Lite0, pretrained</source>
        <translation>EfficientNet-Lite0, vortrainiert</translation>
    </message>
    <message>
        <source>torchvision backbone</source>
        <translation>torchvision-Backbone</translation>
    </message>
    <message>
        <source>Speech backbone and RNN</source>
        <translation>Sprach-Backbone und RNN</translation>
    </message>
    <message>
        <source>Log-mel and RNN</source>
        <translation>Log-Mel und RNN</translation>
    </message>
    <message>
        <source>Bag of words</source>
        <translation>Wortmenge (Bag of Words)</translation>
    </message>
    <message>
        <source>TF-IDF</source>
        <translation>TF-IDF</translation>
    </message>
    <message>
        <source>Word embedding</source>
        <translation>Wort-Embedding</translation>
    </message>
    <message>
        <source>Parts of words</source>
        <translation>Wortteile</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>Daten werden gelesen</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>Merkmale werden berechnet</translation>
    </message>
    <message>
        <source>Training the encoders</source>
        <translation>Die Encoder werden trainiert</translation>
    </message>
    <message>
        <source>Training the fusion</source>
        <translation>Die Fusion wird trainiert</translation>
    </message>
    <message>
        <source>Training everything together</source>
        <translation>Alles wird zusammen trainiert</translation>
    </message>
    <message>
        <source>Training the other methods</source>
        <translation>Die anderen Methoden werden trainiert</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>one folder per class</source>
        <translation>ein Ordner je Klasse</translation>
    </message>
    <message>
        <source>a table, samples.csv</source>
        <translation>eine Tabelle, samples.csv</translation>
    </message>
    <message>
        <source>Late fusion</source>
        <translation>Späte Fusion</translation>
    </message>
    <message>
        <source>{name} alone</source>
        <translation>nur {name}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation>{m}&#xa0;min {s}&#xa0;s</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s}&#xa0;s</translation>
    </message>
    <message>
        <source>at most {time} left</source>
        <translation>höchstens noch {time}</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>One answer back</source>
        <translation>Eine Antwort zurück</translation>
    </message>
    <message>
        <source>One answer forward</source>
        <translation>Eine Antwort weiter</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>So schnell wie möglich</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Chooses a stretch: only that is played and exported</source>
        <translation>Wählt einen Abschnitt: Nur dieser wird abgespielt und exportiert</translation>
    </message>
    <message>
        <source>&amp;Begin here</source>
        <translation>Hier &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;End here</source>
        <translation>Hier &amp;enden</translation>
    </message>
    <message>
        <source>The &amp;whole recording</source>
        <translation>Die &amp;ganze Aufzeichnung</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>Wie aufgezeichnet</translation>
    </message>
    <message>
        <source>Puts the weights, perturbations, mutes and the fusion method of the recording in force again, as long as you set nothing yourself</source>
        <translation>Setzt Gewichte, Störungen, Stummschaltungen und Fusionsmethode der Aufzeichnung wieder in Kraft, solange Sie selbst nichts einstellen</translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation>Die ganze Aufzeichnung</translation>
    </message>
    <message>
        <source>Go on (space bar)</source>
        <translation>Weiter (Leertaste)</translation>
    </message>
    <message>
        <source>Stop here (space bar)</source>
        <translation>Hier anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>as it was: {answer}</source>
        <translation>wie es war: {answer}</translation>
    </message>
    <message>
        <source>then: {then}; now: {now}</source>
        <translation>damals: {then}; jetzt: {now}</translation>
    </message>
</context>
<context>
    <name>TypedTextPanel</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text for the model</source>
        <translation>Text für das Modell</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Text löschen</translation>
    </message>
    <message>
        <source>about: {names} …</source>
        <translation>über: {names} …</translation>
    </message>
    <message>
        <source>Type here …</source>
        <translation>Hier tippen …</translation>
    </message>
</context>
<context>
    <name>WeightSlider</name>
    <message>
        <source>model: {share}</source>
        <translation>Modell: {share}</translation>
    </message>
</context>
<context>
    <name>WeightStrip</name>
    <message>
        <source>not defined for this method</source>
        <translation>für diese Methode nicht definiert</translation>
    </message>
    <message>
        <source>the weights of the last half minute will appear here</source>
        <translation>hier erscheinen die Gewichte der letzten halben Minute</translation>
    </message>
</context>
<context>
    <name>WeightsPage</name>
    <message>
        <source>How it is computed</source>
        <translation>So wird es berechnet</translation>
    </message>
    <message>
        <source>Weights and contributions now</source>
        <translation>Gewichte und Beiträge jetzt</translation>
    </message>
    <message>
        <source>Click to see how a weight and a contribution are computed</source>
        <translation>Klicken Sie, um zu sehen, wie Gewicht und Beitrag berechnet werden</translation>
    </message>
    <message>
        <source>Attention weights over the last half minute</source>
        <translation>Aufmerksamkeitsgewichte der letzten halben Minute</translation>
    </message>
    <message>
        <source>full bar: weight (what was used) · outlined: contribution (what mattered)</source>
        <translation>voller Balken: Gewicht (was benutzt wurde) · Umriss: Beitrag (was zählte)</translation>
    </message>
    <message>
        <source>no weights of its own · grey: how unsure the input is · outlined: contribution</source>
        <translation>keine eigenen Gewichte · grau: wie unsicher die Eingabe ist · umrandet: Beitrag</translation>
    </message>
    <message>
        <source>no weights of its own · outlined: contribution (what mattered)</source>
        <translation>keine eigenen Gewichte · Umriss: Beitrag (was zählte)</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to mmdesk</source>
        <translation>Willkommen bei mmdesk</translation>
    </message>
    <message>
        <source>A model looks, listens and reads, and gives one answer. Here you see how much it relies on each of the three, and what happens when they disagree.</source>
        <translation>Ein Modell sieht, hört und liest und gibt eine einzige Antwort. Hier sehen Sie, wie sehr es sich auf jedes der drei stützt und was geschieht, wenn sie sich widersprechen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Sagen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>Hold something up to the camera: a large 3, for example.</source>
        <translation>Halten Sie etwas vor die Kamera: eine große 3 zum Beispiel.</translation>
    </message>
    <message>
        <source>Say what it is, or something else on purpose.</source>
        <translation>Sagen Sie, was es ist, oder absichtlich etwas anderes.</translation>
    </message>
    <message>
        <source>Type a word, in your own language if you like.</source>
        <translation>Tippen Sie ein Wort, gern in Ihrer eigenen Sprache.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <source>Plays recorded picture, sound and text: no camera is needed</source>
        <translation>Spielt aufgezeichnetes Bild, Ton und Text ab: Eine Kamera ist nicht nötig</translation>
    </message>
    <message>
        <source>Use my camera and microphone</source>
        <translation>Meine Kamera und mein Mikrofon benutzen</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, and nothing is stored</source>
        <translation>Nichts verlässt diesen Computer, und nichts wird gespeichert</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Tour beginnen</translation>
    </message>
    <message>
        <source>Shows you the window step by step</source>
        <translation>Zeigt Ihnen das Fenster Schritt für Schritt</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>F&amp;usion</source>
        <translation>F&amp;usion</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Train…</source>
        <translation>&amp;Trainieren …</translation>
    </message>
    <message>
        <source>&amp;Bundled model: digits</source>
        <translation>Mit&amp;geliefertes Modell: Ziffern</translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation>A&amp;lles zurücksetzen</translation>
    </message>
    <message>
        <source>Play the sa&amp;mple session</source>
        <translation>&amp;Beispielsitzung abspielen</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>&amp;Modell öffnen …</translation>
    </message>
    <message>
        <source>&amp;Save screenshot…</source>
        <translation>Bildschirmfoto &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>The last half &amp;minute (CSV)…</source>
        <translation>Die letzte halbe &amp;Minute (CSV) …</translation>
    </message>
    <message>
        <source>A &amp;panel (PNG, SVG)</source>
        <translation>Ein &amp;Feld (PNG, SVG)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>{name} (missing)</source>
        <translation>{name} (fehlt)</translation>
    </message>
    <message>
        <source>Stop re&amp;cording</source>
        <translation>Auf&amp;zeichnung beenden</translation>
    </message>
    <message>
        <source>Re&amp;cord</source>
        <translation>Auf&amp;zeichnen</translation>
    </message>
    <message>
        <source>Microscope</source>
        <translation>Mikroskop</translation>
    </message>
    <message>
        <source>Teac&amp;h…</source>
        <translation>&amp;Beibringen …</translation>
    </message>
    <message>
        <source>&amp;All models…</source>
        <translation>&amp;Alle Modelle…</translation>
    </message>
    <message>
        <source>&amp;Open recording…</source>
        <translation>Aufzeichnung &amp;öffnen …</translation>
    </message>
    <message>
        <source>Mar&amp;k this moment</source>
        <translation>Diesen Moment mar&amp;kieren</translation>
    </message>
    <message>
        <source>The &amp;snapshot (HTML)…</source>
        <translation>&amp;Schnappschuss (HTML) …</translation>
    </message>
    <message>
        <source>Hand to a &amp;telephone…</source>
        <translation>An ein &amp;Telefon geben…</translation>
    </message>
    <message>
        <source>The &amp;recording that is played (video)…</source>
        <translation>Die abgespielte Auf&amp;zeichnung (Video)…</translation>
    </message>
    <message>
        <source>The &amp;answers to it (table)…</source>
        <translation>Die A&amp;ntworten darauf (Tabelle)…</translation>
    </message>
    <message>
        <source>&amp;New visitor</source>
        <translation>&amp;Neuer Besucher</translation>
    </message>
    <message>
        <source>Mi&amp;croscope</source>
        <translation>Mi&amp;kroskop</translation>
    </message>
    <message>
        <source>&amp;Audience window</source>
        <translation>&amp;Publikumsfenster</translation>
    </message>
    <message>
        <source>Help &amp;pages</source>
        <translation>&amp;Hilfeseiten</translation>
    </message>
    <message>
        <source>&amp;Report a problem</source>
        <translation>Ein P&amp;roblem melden</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>&amp;Willkommen</translation>
    </message>
    <message>
        <source>Guided &amp;tour</source>
        <translation>Ge&amp;führte Tour</translation>
    </message>
    <message>
        <source>&amp;Cheat sheet for presenters</source>
        <translation>&amp;Spickzettel für Vorführende</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Fr&amp;eeze</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Mirror the picture</source>
        <translation>Bild &amp;spiegeln</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>&amp;Diagnose</translation>
    </message>
    <message>
        <source>&amp;About mmdesk</source>
        <translation>Ü&amp;ber mmdesk</translation>
    </message>
    <message>
        <source>Open recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Recordings (session.json)</source>
        <translation>Aufzeichnungen (session.json)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Models (*.mmdesk config.json)</source>
        <translation>Modelle (*.mmdesk config.json)</translation>
    </message>
    <message>
        <source>Save screenshot</source>
        <translation>Bildschirmfoto speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
</context>
<context>
    <name>WithoutRows</name>
    <message>
        <source>without {input}</source>
        <translation>ohne {input}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>gehört</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>zu dunkel</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>verdeckt</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>muted by you</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>nothing recognised</source>
        <translation>nichts erkannt</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>zu Ende</translation>
    </message>
    <message>
        <source>no input</source>
        <translation>keine Eingabe</translation>
    </message>
    <message>
        <source>no clear answer</source>
        <translation>keine klare Antwort</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Perturb</source>
        <translation>Stören</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
</context>
</TS>
