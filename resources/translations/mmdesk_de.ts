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
        <source>Where the model runs</source>
        <translation>Wo das Modell rechnet</translation>
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
