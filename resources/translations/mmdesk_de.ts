<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
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
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
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
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Freeze or continue (space bar)</source>
        <translation>Anhalten oder weiter (Leertaste)</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>waiting for the first answer</source>
        <translation>warte auf die erste Antwort</translation>
    </message>
    <message>
        <source>nothing to go on</source>
        <translation>keine Anhaltspunkte</translation>
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
        <source>Mirror the picture on screen; the model never sees it mirrored</source>
        <translation>Das Bild nur auf dem Schirm spiegeln; das Modell sieht es nie gespiegelt</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>Kamerabild</translation>
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
        <source>How the inputs are joined</source>
        <translation>Wie die Eingänge verbunden werden</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>In which order the parts learn</source>
        <translation>In welcher Reihenfolge die Teile lernen</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>At most so many passes over the data; it stops early when nothing gets better</source>
        <translation>Höchstens so viele Durchgänge; er endet früher, wenn nichts mehr besser wird</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>How strongly pictures, sounds and texts are varied while it learns; see Preview</source>
        <translation>Wie stark Bilder, Klänge und Texte beim Lernen verändert werden; siehe Vorschau</translation>
    </message>
    <message>
        <source>Modality dropout</source>
        <translation>Eingangs-Dropout</translation>
    </message>
    <message>
        <source>Chance that an input is withheld, so that the model learns to do without it</source>
        <translation>Wahrscheinlichkeit, dass ein Eingang vorenthalten wird, damit das Modell auch ohne ihn auskommt</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label-Glättung</translation>
    </message>
    <message>
        <source>How far the model is kept from being quite certain</source>
        <translation>Wie weit das Modell davon abgehalten wird, sich ganz sicher zu sein</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Equal seeds give equal models</source>
        <translation>Gleiche Startwerte ergeben gleiche Modelle</translation>
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
        <source>Hold back a dominant input (OGM-GE)</source>
        <translation>Vorherrschenden Eingang bremsen (OGM-GE)</translation>
    </message>
    <message>
        <source>Slows the input that learns fastest, so that the others are not forgotten; only together</source>
        <translation>Bremst den Eingang, der am schnellsten lernt, damit die anderen nicht vergessen werden; nur bei „Alles zusammen“</translation>
    </message>
    <message>
        <source>Rare classes weigh more</source>
        <translation>Seltene Klassen zählen mehr</translation>
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
        <source>leave it out</source>
        <translation>weglassen</translation>
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
        <source>{train} to train, {validation} to validate, {test} to test</source>
        <translation>{train} zum Trainieren, {validation} zum Validieren, {test} zum Testen</translation>
    </message>
    <message>
        <source>as the folder says</source>
        <translation>wie der Ordner es vorgibt</translation>
    </message>
    <message>
        <source>drawn evenly from each class</source>
        <translation>aus jeder Klasse gleichmäßig gezogen</translation>
    </message>
    <message>
        <source>… and {count} more; “Copy all” copies them too</source>
        <translation>… und {count} weitere; „Alles kopieren“ kopiert auch sie</translation>
    </message>
    <message>
        <source>Mend these first ({count})</source>
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
    <name>EmptyState</name>
    <message>
        <source>Choose a folder of data, or drop one here</source>
        <translation>Wählen Sie einen Datenordner oder ziehen Sie einen hierher</translation>
    </message>
    <message>
        <source>Pictures, sounds and texts of the same thing, in one of two layouts:</source>
        <translation>Bilder, Klänge und Texte derselben Sache, in einer von zwei Anordnungen:</translation>
    </message>
    <message>
        <source>One folder a class</source>
        <translation>Ein Ordner je Klasse</translation>
    </message>
    <message>
        <source>apple/1.png, apple/1.wav, pear/2.jpg … – a sound has its picture&apos;s name.
</source>
        <translation>apfel/1.png, apfel/1.wav, birne/2.jpg … – ein Klang heißt wie sein Bild.
</translation>
    </message>
    <message>
        <source>texts.csv beside them, with the columns file,text and, if you like, audio.</source>
        <translation>Daneben texts.csv mit den Spalten file,text und, wenn gewünscht, audio.</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>Eine Tabelle</translation>
    </message>
    <message>
        <source>samples.csv with the columns image,audio,text,label and, if you like, split.
</source>
        <translation>samples.csv mit den Spalten image,audio,text,label und, wenn gewünscht, split.
</translation>
    </message>
    <message>
        <source>A row a sample, paths relative to the folder; a blank cell is an input that is missing.</source>
        <translation>Eine Zeile je Beispiel, Pfade relativ zum Ordner; eine leere Zelle ist ein fehlender Eingang.</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>Folder of data</source>
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
    <name>LearningCurves</name>
    <message>
        <source>Accuracy in validation</source>
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
        <source>Choose a folder you may write to, and a name that ends in .png.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen, und einen Namen, der auf .png endet.</translation>
    </message>
    <message>
        <source>The screenshot could not be written: {path}</source>
        <translation>Das Bildschirmfoto konnte nicht geschrieben werden: {path}</translation>
    </message>
    <message>
        <source>mmdesk – frozen</source>
        <translation>mmdesk – angehalten</translation>
    </message>
    <message>
        <source>mmdesk {version}

A live fusion microscope: see how a model weighs what you show, say and type.

Nothing leaves this computer, and nothing is stored unless you ask for it.</source>
        <translation>mmdesk {version}

Ein Mikroskop für die Fusion: sehen Sie live, wie ein Modell abwägt, was Sie zeigen, sagen und tippen.

Nichts verlässt diesen Rechner, und nichts wird gespeichert, wenn Sie es nicht verlangen.</translation>
    </message>
    <message>
        <source>About mmdesk</source>
        <translation>Über mmdesk</translation>
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
    <name>ModalityCard</name>
    <message>
        <source>Mute: {name}</source>
        <translation>Stummschalten: {name}</translation>
    </message>
    <message>
        <source>Leave this input out, as if it were not there</source>
        <translation>Diese Eingabe auslassen, als wäre sie nicht da</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Another draw</source>
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
        <source>Choose a folder of data first; a few of its samples are then shown here.</source>
        <translation>Wählen Sie zuerst einen Datenordner; einige seiner Beispiele stehen dann hier.</translation>
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
    <name>Problems</name>
    <message>
        <source>No microphone is connected.</source>
        <translation>Es ist kein Mikrofon angeschlossen.</translation>
    </message>
    <message>
        <source>Connect a microphone; it is then used by itself.</source>
        <translation>Schließen Sie ein Mikrofon an; es wird dann von selbst benutzt.</translation>
    </message>
    <message>
        <source>The microphone “{}” has stopped delivering sound.</source>
        <translation>Das Mikrofon „{}“ liefert keinen Ton mehr.</translation>
    </message>
    <message>
        <source>Check its cable; it is tried again by itself.</source>
        <translation>Prüfen Sie das Kabel; es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>The microphone “{}” was lost.</source>
        <translation>Das Mikrofon „{}“ ist weg.</translation>
    </message>
    <message>
        <source>Plug it in again; it is tried again by itself.</source>
        <translation>Stecken Sie es wieder ein; es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>There is no microphone “{}”.</source>
        <translation>Es gibt kein Mikrofon „{}“.</translation>
    </message>
    <message>
        <source>{} does not answer any more.</source>
        <translation>{} antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or choose another source.</source>
        <translation>Ziehen Sie es ab und stecken Sie es wieder ein, oder wählen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>{} repeats the same picture.</source>
        <translation>{} wiederholt immer dasselbe Bild.</translation>
    </message>
    <message>
        <source>{} gives no pictures any more.</source>
        <translation>{} liefert keine Bilder mehr.</translation>
    </message>
    <message>
        <source>Check its cable.</source>
        <translation>Prüfen Sie das Kabel.</translation>
    </message>
    <message>
        <source>{} has stopped sending.</source>
        <translation>{} sendet nicht mehr.</translation>
    </message>
    <message>
        <source>Check that the camera is on and in the network.</source>
        <translation>Prüfen Sie, ob die Kamera an und im Netz ist.</translation>
    </message>
    <message>
        <source>{} is not connected.</source>
        <translation>{} ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>Connect it, or choose another source.</source>
        <translation>Schließen Sie es an, oder wählen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>{} cannot be opened.</source>
        <translation>{} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Check that it is connected and close other programs that use a camera.</source>
        <translation>Prüfen Sie, ob sie angeschlossen ist, und schließen Sie andere Programme, die eine Kamera benutzen.</translation>
    </message>
    <message>
        <source>{} does not answer with a video.</source>
        <translation>{} antwortet nicht mit einem Video.</translation>
    </message>
    <message>
        <source>Check the address, and that the camera is on and in the same network.</source>
        <translation>Prüfen Sie die Adresse, und ob die Kamera an und im selben Netz ist.</translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation>Es gibt keine Datei {}.</translation>
    </message>
    <message>
        <source>Choose a video file that exists.</source>
        <translation>Wählen Sie eine Videodatei, die es gibt.</translation>
    </message>
    <message>
        <source>“{}” exists already.</source>
        <translation>„{}“ gibt es schon.</translation>
    </message>
    <message>
        <source>“{}” does not end in .mmdesk.</source>
        <translation>„{}“ endet nicht auf .mmdesk.</translation>
    </message>
    <message>
        <source>Choose another name for the model.</source>
        <translation>Wählen Sie einen anderen Namen für das Modell.</translation>
    </message>
    <message>
        <source>There is no folder “{}”.</source>
        <translation>Es gibt keinen Ordner „{}“.</translation>
    </message>
    <message>
        <source>Choose another place for the model.</source>
        <translation>Wählen Sie einen anderen Ort für das Modell.</translation>
    </message>
    <message>
        <source>{} has no samples to test with.</source>
        <translation>{} hat keine Beispiele zum Testen.</translation>
    </message>
    <message>
        <source>Add samples: a class needs three at least.</source>
        <translation>Fügen Sie Beispiele hinzu: Eine Klasse braucht mindestens drei.</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Use it live</source>
        <translation>Live verwenden</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>Auswerten …</translation>
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
        <source>Figures on the test samples</source>
        <translation>Kennzahlen auf den Testbeispielen</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>When a run is done, its model stands here.</source>
        <translation>Wenn ein Lauf fertig ist, steht sein Modell hier.</translation>
    </message>
    <message>
        <source>The model is ready</source>
        <translation>Das Modell ist fertig</translation>
    </message>
    <message>
        <source>Accuracy on the validation samples. They chose the moment to stop and so flatter the model; an evaluation measures it on samples it has never seen.</source>
        <translation>Trefferquote auf den Validierungsbeispielen. Sie bestimmten das Ende des Trainings und schmeicheln dem Modell; eine Auswertung misst es an nie gesehenen Beispielen.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>Measuring on the test samples; baselines are trained for comparison …</source>
        <translation>Es wird an den Testbeispielen gemessen; zum Vergleich werden Grundlinien trainiert …</translation>
    </message>
    <message>
        <source>On {count} test samples</source>
        <translation>Auf {count} Testbeispielen</translation>
    </message>
    <message>
        <source>Accuracy with its 95 % interval; F1 and AUC are means over the classes; ECE is how far confidence and accuracy lie apart. Beside them the accuracy of models trained for comparison.</source>
        <translation>Trefferquote mit 95-%-Intervall; F1 und AUC sind Mittel über die Klassen; ECE sagt, wie weit Zuversicht und Trefferquote auseinanderliegen. Daneben die Trefferquote von Vergleichsmodellen.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Trefferquote</translation>
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
        <source>You may close this window: the training goes on, and the main window shows it.</source>
        <translation>Sie können dieses Fenster schließen: Das Training geht weiter, das Hauptfenster zeigt es an.</translation>
    </message>
    <message>
        <source>It goes on where the interrupted run stood.</source>
        <translation>Er geht weiter, wo der unterbrochene Lauf stand.</translation>
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
        <source>Start goes on from the last whole epoch, as long as data and choices stay the same.</source>
        <translation>Start macht bei der letzten ganzen Epoche weiter, solange Daten und Auswahl gleich bleiben.</translation>
    </message>
    <message>
        <source>Stopped; nothing is lost.</source>
        <translation>Angehalten; nichts ist verloren.</translation>
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
        <source>Start goes on with it; its choices are set above.</source>
        <translation>Start macht damit weiter; seine Auswahl ist oben eingestellt.</translation>
    </message>
</context>
<context>
    <name>SampleBanner</name>
    <message>
        <source>SAMPLE SESSION</source>
        <translation>BEISPIELSITZUNG</translation>
    </message>
    <message>
        <source>Recorded picture, sound and text are played. Nothing here is live.</source>
        <translation>Bild, Ton und Text sind aufgezeichnet. Nichts hier ist live.</translation>
    </message>
    <message>
        <source>Use a camera</source>
        <translation>Kamera benutzen</translation>
    </message>
    <message>
        <source>Use a microphone</source>
        <translation>Mikrofon benutzen</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>choose…</source>
        <translation>wählen …</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>wird gesucht …</translation>
    </message>
    <message>
        <source>no device found</source>
        <translation>kein Gerät gefunden</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Geräte neu suchen</translation>
    </message>
</context>
<context>
    <name>SpectrogramView</name>
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
        <source>−{seconds} s</source>
        <translation>−{seconds} s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>camera {value} fps</source>
        <translation>Kamera {value} B/s</translation>
    </message>
    <message>
        <source>shown {value} fps</source>
        <translation>gezeigt {value} B/s</translation>
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
        <source>Pictures a second that the camera delivers</source>
        <translation>Bilder je Sekunde, die die Kamera liefert</translation>
    </message>
    <message>
        <source>Pictures a second that are drawn</source>
        <translation>Bilder je Sekunde, die gezeigt werden</translation>
    </message>
    <message>
        <source>Predictions a second</source>
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
        <source>Stretches of sound that were lost because the computer was too busy</source>
        <translation>Tonstücke, die verloren gingen, weil der Rechner zu beschäftigt war</translation>
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
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>While it learns, this shows how well the model does on the validation samples, with everything and with each input alone. An input whose own curve falls while the whole rises is being forgotten.</source>
        <translation>Während des Lernens steht hier, wie gut das Modell auf den Validierungsbeispielen ist, mit allem und mit jedem Eingang allein. Ein Eingang, dessen eigene Kurve fällt, während das Ganze steigt, wird gerade vergessen.</translation>
    </message>
    <message>
        <source>{name} is being forgotten: alone it fell from {then} to {now} while the whole rose from {whole_then} to {whole_now}. Hold back the dominant input, raise the modality dropout, or train the encoders first.</source>
        <translation>Der Eingang {name} wird vergessen: Allein fiel er von {then} auf {now}, während das Ganze von {whole_then} auf {whole_now} stieg. Bremsen Sie den vorherrschenden Eingang, erhöhen Sie den Eingangs-Dropout oder trainieren Sie zuerst die Encoder.</translation>
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
        <source>one folder a class</source>
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
        <source>a digit in words: three, 三, drei, tres …</source>
        <translation>eine Ziffer als Wort: drei, three, 三, tres …</translation>
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
    <name>WeightBars</name>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
</context>
<context>
    <name>WeightStrip</name>
    <message>
        <source>not defined for this way of fusing</source>
        <translation>für diese Art der Fusion nicht definiert</translation>
    </message>
    <message>
        <source>the weights of the last half minute will run here</source>
        <translation>hier laufen die Gewichte der letzten halben Minute</translation>
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
    <name>WeightsPanel</name>
    <message>
        <source>Attention weights</source>
        <translation>Aufmerksamkeitsgewichte</translation>
    </message>
    <message>
        <source>how much each input counts in this answer</source>
        <translation>wie viel jede Eingabe in dieser Antwort zählt</translation>
    </message>
    <message>
        <source>this way of fusing has no weights of its own</source>
        <translation>diese Art der Fusion hat keine eigenen Gewichte</translation>
    </message>
    <message>
        <source>Attention weights now</source>
        <translation>Aufmerksamkeitsgewichte jetzt</translation>
    </message>
    <message>
        <source>Attention weights over the last half minute</source>
        <translation>Aufmerksamkeitsgewichte der letzten halben Minute</translation>
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
        <source>&amp;Open session…</source>
        <translation>Sitzung &amp;öffnen …</translation>
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
        <translation>&amp;Farben</translation>
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
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Sessions (session.json)</source>
        <translation>Sitzungen (session.json)</translation>
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
        <translation>von Ihnen stumm</translation>
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
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
</context>
</TS>
