<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>Abrir otro modelo…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Pantalla completa (F11)</translation>
    </message>
    <message>
        <source>Answer of the model</source>
        <translation>Respuesta del modelo</translation>
    </message>
    <message>
        <source>Probability of every class</source>
        <translation>Probabilidad de cada clase</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <source>Freeze or continue (space bar)</source>
        <translation>Congelar o continuar (barra espaciadora)</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>loading the model</source>
        <translation>cargando el modelo</translation>
    </message>
    <message>
        <source>waiting for the first answer</source>
        <translation>esperando la primera respuesta</translation>
    </message>
    <message>
        <source>nothing to go on</source>
        <translation>nada en que basarse</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} de certeza</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Sin modelo</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Video file or address…</source>
        <translation>Archivo de vídeo o dirección…</translation>
    </message>
    <message>
        <source>film.mp4 or http://… or rtsp://…</source>
        <translation>film.mp4 o http://… o rtsp://…</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Choose the camera</source>
        <translation>Elegir la cámara</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>Reflejar la imagen</translation>
    </message>
    <message>
        <source>Mirror the picture on screen; the model never sees it mirrored</source>
        <translation>Reflejar la imagen solo en pantalla; el modelo nunca la ve reflejada</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>Imagen de la cámara</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Choose a folder you may write to, and a name that ends in .png.</source>
        <translation>Elija una carpeta en la que pueda escribir y un nombre que termine en .png.</translation>
    </message>
    <message>
        <source>The screenshot could not be written: {path}</source>
        <translation>No se pudo guardar la captura: {path}</translation>
    </message>
    <message>
        <source>mmdesk – frozen</source>
        <translation>mmdesk – congelado</translation>
    </message>
    <message>
        <source>mmdesk {version}

A live fusion microscope: see how a model weighs what you show, say and type.

Nothing leaves this computer, and nothing is stored unless you ask for it.</source>
        <translation>mmdesk {version}

Un microscopio de la fusión en vivo: vea cómo un modelo sopesa lo que usted muestra, dice y escribe.

Nada sale de este ordenador y nada se guarda si usted no lo pide.</translation>
    </message>
    <message>
        <source>About mmdesk</source>
        <translation>Acerca de mmdesk</translation>
    </message>
</context>
<context>
    <name>MicrophonePanel</name>
    <message>
        <source>Sound file…</source>
        <translation>Archivo de sonido…</translation>
    </message>
    <message>
        <source>speech.wav, or any file with sound</source>
        <translation>speech.wav o cualquier archivo con sonido</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>Elegir el micrófono</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Spectrogram of the last seconds</source>
        <translation>Espectrograma de los últimos segundos</translation>
    </message>
</context>
<context>
    <name>ModalityCard</name>
    <message>
        <source>Mute: {name}</source>
        <translation>Silenciar: {name}</translation>
    </message>
    <message>
        <source>Leave this input out, as if it were not there</source>
        <translation>Dejar fuera esta entrada, como si no existiera</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>No camera chosen</source>
        <translation>Ninguna cámara elegida</translation>
    </message>
    <message>
        <source>Choose one in the list above.</source>
        <translation>Elija en la lista de arriba.</translation>
    </message>
    <message>
        <source>Starting the camera …</source>
        <translation>Iniciando la cámara…</translation>
    </message>
    <message>
        <source>FROZEN</source>
        <translation>CONGELADO</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>No microphone is connected.</source>
        <translation>No hay ningún micrófono conectado.</translation>
    </message>
    <message>
        <source>Connect a microphone; it is then used by itself.</source>
        <translation>Conecte un micrófono; se usará automáticamente.</translation>
    </message>
    <message>
        <source>The microphone “{}” has stopped delivering sound.</source>
        <translation>El micrófono «{}» ha dejado de dar sonido.</translation>
    </message>
    <message>
        <source>Check its cable; it is tried again by itself.</source>
        <translation>Revise el cable; se vuelve a intentar automáticamente.</translation>
    </message>
    <message>
        <source>The microphone “{}” was lost.</source>
        <translation>Se perdió el micrófono «{}».</translation>
    </message>
    <message>
        <source>Plug it in again; it is tried again by itself.</source>
        <translation>Vuelva a enchufarlo; se vuelve a intentar automáticamente.</translation>
    </message>
    <message>
        <source>There is no microphone “{}”.</source>
        <translation>No hay ningún micrófono «{}».</translation>
    </message>
    <message>
        <source>{} does not answer any more.</source>
        <translation>{} ya no responde.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or choose another source.</source>
        <translation>Desenchúfelo y vuelva a enchufarlo, o elija otra fuente.</translation>
    </message>
    <message>
        <source>{} repeats the same picture.</source>
        <translation>{} repite la misma imagen.</translation>
    </message>
    <message>
        <source>{} gives no pictures any more.</source>
        <translation>{} ya no da imágenes.</translation>
    </message>
    <message>
        <source>Check its cable.</source>
        <translation>Revise el cable.</translation>
    </message>
    <message>
        <source>{} has stopped sending.</source>
        <translation>{} ha dejado de emitir.</translation>
    </message>
    <message>
        <source>Check that the camera is on and in the network.</source>
        <translation>Compruebe que la cámara está encendida y en la red.</translation>
    </message>
    <message>
        <source>{} is not connected.</source>
        <translation>{} no está conectado.</translation>
    </message>
    <message>
        <source>Connect it, or choose another source.</source>
        <translation>Conéctelo o elija otra fuente.</translation>
    </message>
    <message>
        <source>{} cannot be opened.</source>
        <translation>No se puede abrir {}.</translation>
    </message>
    <message>
        <source>Check that it is connected and close other programs that use a camera.</source>
        <translation>Compruebe que está conectada y cierre otros programas que usen una cámara.</translation>
    </message>
    <message>
        <source>{} does not answer with a video.</source>
        <translation>{} no responde con un vídeo.</translation>
    </message>
    <message>
        <source>Check the address, and that the camera is on and in the same network.</source>
        <translation>Compruebe la dirección y que la cámara esté encendida y en la misma red.</translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation>No existe el archivo {}.</translation>
    </message>
    <message>
        <source>Choose a video file that exists.</source>
        <translation>Elija un archivo de vídeo que exista.</translation>
    </message>
</context>
<context>
    <name>SampleBanner</name>
    <message>
        <source>SAMPLE SESSION</source>
        <translation>SESIÓN DE EJEMPLO</translation>
    </message>
    <message>
        <source>Recorded picture, sound and text are played. Nothing here is live.</source>
        <translation>Imagen, sonido y texto grabados. Nada aquí es en directo.</translation>
    </message>
    <message>
        <source>Use a camera</source>
        <translation>Usar una cámara</translation>
    </message>
    <message>
        <source>Use a microphone</source>
        <translation>Usar un micrófono</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>choose…</source>
        <translation>elegir…</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>buscando…</translation>
    </message>
    <message>
        <source>no device found</source>
        <translation>ningún dispositivo</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Buscar dispositivos de nuevo</translation>
    </message>
</context>
<context>
    <name>SpectrogramView</name>
    <message>
        <source>No microphone chosen</source>
        <translation>Ningún micrófono elegido</translation>
    </message>
    <message>
        <source>Choose one in the list above.</source>
        <translation>Elija en la lista de arriba.</translation>
    </message>
    <message>
        <source>Starting the microphone …</source>
        <translation>Iniciando el micrófono…</translation>
    </message>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>camera {value} fps</source>
        <translation>cámara {value} fps</translation>
    </message>
    <message>
        <source>shown {value} fps</source>
        <translation>mostrado {value} fps</translation>
    </message>
    <message>
        <source>{value} answers/s</source>
        <translation>{value} respuestas/s</translation>
    </message>
    <message>
        <source>camera → screen {value} ms</source>
        <translation>cámara → pantalla {value} ms</translation>
    </message>
    <message>
        <source>input → answer {value} ms</source>
        <translation>entrada → respuesta {value} ms</translation>
    </message>
    <message>
        <source>sound lost {count}×</source>
        <translation>sonido perdido {count}×</translation>
    </message>
    <message>
        <source>Pictures a second that the camera delivers</source>
        <translation>Imágenes por segundo que entrega la cámara</translation>
    </message>
    <message>
        <source>Pictures a second that are drawn</source>
        <translation>Imágenes por segundo que se muestran</translation>
    </message>
    <message>
        <source>Predictions a second</source>
        <translation>Predicciones por segundo</translation>
    </message>
    <message>
        <source>From the capture of a picture until it is on screen (median)</source>
        <translation>Desde la captura de una imagen hasta la pantalla (mediana)</translation>
    </message>
    <message>
        <source>From the newest changed input until the answer is on screen (median)</source>
        <translation>Desde la última entrada cambiada hasta la respuesta en pantalla (mediana)</translation>
    </message>
    <message>
        <source>Stretches of sound that were lost because the computer was too busy</source>
        <translation>Fragmentos de sonido perdidos porque el ordenador estaba demasiado ocupado</translation>
    </message>
    <message>
        <source>Where the model runs</source>
        <translation>Dónde se ejecuta el modelo</translation>
    </message>
</context>
<context>
    <name>TypedTextPanel</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text for the model</source>
        <translation>Texto para el modelo</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Borrar el texto</translation>
    </message>
    <message>
        <source>a digit in words: three, 三, drei, tres …</source>
        <translation>una cifra en palabras: tres, three, 三, drei…</translation>
    </message>
    <message>
        <source>about: {names} …</source>
        <translation>sobre: {names}…</translation>
    </message>
    <message>
        <source>Type here …</source>
        <translation>Escriba aquí…</translation>
    </message>
</context>
<context>
    <name>WeightBars</name>
    <message>
        <source>not defined</source>
        <translation>no definido</translation>
    </message>
</context>
<context>
    <name>WeightStrip</name>
    <message>
        <source>not defined for this way of fusing</source>
        <translation>no definido para esta forma de fusión</translation>
    </message>
    <message>
        <source>the weights of the last half minute will run here</source>
        <translation>aquí se verán los pesos del último medio minuto</translation>
    </message>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>Attention weights</source>
        <translation>Pesos de atención</translation>
    </message>
    <message>
        <source>how much each input counts in this answer</source>
        <translation>cuánto cuenta cada entrada en esta respuesta</translation>
    </message>
    <message>
        <source>this way of fusing has no weights of its own</source>
        <translation>esta forma de fusión no tiene pesos propios</translation>
    </message>
    <message>
        <source>Attention weights now</source>
        <translation>Pesos de atención ahora</translation>
    </message>
    <message>
        <source>Attention weights over the last half minute</source>
        <translation>Pesos de atención del último medio minuto</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>&amp;Abrir sesión…</translation>
    </message>
    <message>
        <source>Play the sa&amp;mple session</source>
        <translation>Reproducir la sesión de &amp;ejemplo</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>Abrir &amp;modelo…</translation>
    </message>
    <message>
        <source>&amp;Save screenshot…</source>
        <translation>&amp;Guardar captura…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Fr&amp;eeze</source>
        <translation>&amp;Congelar</translation>
    </message>
    <message>
        <source>&amp;Mirror the picture</source>
        <translation>&amp;Reflejar la imagen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>&amp;Diagnóstico</translation>
    </message>
    <message>
        <source>&amp;About mmdesk</source>
        <translation>&amp;Acerca de mmdesk</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Abrir sesión</translation>
    </message>
    <message>
        <source>Sessions (session.json)</source>
        <translation>Sesiones (session.json)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Abrir modelo</translation>
    </message>
    <message>
        <source>Models (*.mmdesk config.json)</source>
        <translation>Modelos (*.mmdesk config.json)</translation>
    </message>
    <message>
        <source>Save screenshot</source>
        <translation>Guardar captura</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Imágenes (*.png)</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>visto</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>oído</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leído</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>sin señal</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>muy oscuro</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>tapado</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>silencio</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>muted by you</source>
        <translation>silenciado por usted</translation>
    </message>
    <message>
        <source>nothing recognised</source>
        <translation>nada reconocido</translation>
    </message>
    <message>
        <source>off</source>
        <translation>apagado</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>conexión perdida</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
</context>
</TS>
