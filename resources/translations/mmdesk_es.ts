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
    <name>ChoicesCard</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusión</translation>
    </message>
    <message>
        <source>How the inputs are joined</source>
        <translation>Cómo se unen las entradas</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>In which order the parts learn</source>
        <translation>En qué orden aprenden las partes</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>At most so many passes over the data; it stops early when nothing gets better</source>
        <translation>Como máximo tantas pasadas por los datos; se detiene antes si ya nada mejora</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Aumento de datos</translation>
    </message>
    <message>
        <source>How strongly pictures, sounds and texts are varied while it learns; see Preview</source>
        <translation>Con qué fuerza se varían imágenes, sonidos y textos al aprender; véase Vista previa</translation>
    </message>
    <message>
        <source>Modality dropout</source>
        <translation>Omisión de entradas</translation>
    </message>
    <message>
        <source>Chance that an input is withheld, so that the model learns to do without it</source>
        <translation>Probabilidad de ocultar una entrada, para que el modelo aprenda a prescindir de ella</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>How far the model is kept from being quite certain</source>
        <translation>Cuánto se evita que el modelo esté del todo seguro</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Equal seeds give equal models</source>
        <translation>Semillas iguales dan modelos iguales</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Se ejecuta en</translation>
    </message>
    <message>
        <source>Where the training runs</source>
        <translation>Dónde se ejecuta el entrenamiento</translation>
    </message>
    <message>
        <source>Encoder: {name}</source>
        <translation>Codificador: {name}</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Codif.</translation>
    </message>
    <message>
        <source>Epochs of the encoders</source>
        <translation>Épocas de los codificadores</translation>
    </message>
    <message>
        <source>Epochs of the fusion</source>
        <translation>Épocas de la fusión</translation>
    </message>
    <message>
        <source>Hold back a dominant input (OGM-GE)</source>
        <translation>Frenar la entrada dominante (OGM-GE)</translation>
    </message>
    <message>
        <source>Slows the input that learns fastest, so that the others are not forgotten; only together</source>
        <translation>Frena la entrada que aprende más rápido para que no se olviden las demás; solo con «Todo a la vez»</translation>
    </message>
    <message>
        <source>Rare classes weigh more</source>
        <translation>Las clases raras pesan más</translation>
    </message>
    <message>
        <source>For folders in which some classes have far fewer samples</source>
        <translation>Para carpetas en las que algunas clases tienen muchas menos muestras</translation>
    </message>
    <message>
        <source>Encoders first, then fusion</source>
        <translation>Codificadores, luego fusión</translation>
    </message>
    <message>
        <source>Everything together</source>
        <translation>Todo a la vez</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>omitir</translation>
    </message>
</context>
<context>
    <name>CountsModel</name>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>Samples of each class</source>
        <translation>Muestras de cada clase</translation>
    </message>
    <message>
        <source>Problems and warnings</source>
        <translation>Problemas y avisos</translation>
    </message>
    <message>
        <source>Checking the folder … {done} of {total}</source>
        <translation>Revisando la carpeta… {done} de {total}</translation>
    </message>
    <message>
        <source>Checking the folder …</source>
        <translation>Revisando la carpeta…</translation>
    </message>
    <message>
        <source>{name}: {samples} samples in {classes} classes</source>
        <translation>{name}: {samples} muestras en {classes} clases</translation>
    </message>
    <message>
        <source>Layout: {layout}.</source>
        <translation>Estructura: {layout}.</translation>
    </message>
    <message>
        <source>{train} to train, {validation} to validate, {test} to test</source>
        <translation>{train} para entrenar, {validation} para validar, {test} para probar</translation>
    </message>
    <message>
        <source>as the folder says</source>
        <translation>como indica la carpeta</translation>
    </message>
    <message>
        <source>drawn evenly from each class</source>
        <translation>sorteadas por igual en cada clase</translation>
    </message>
    <message>
        <source>… and {count} more; “Copy all” copies them too</source>
        <translation>… y {count} más; «Copiar todo» también las copia</translation>
    </message>
    <message>
        <source>Mend these first ({count})</source>
        <translation>Corrija esto primero ({count})</translation>
    </message>
    <message>
        <source>Good to know ({count})</source>
        <translation>Conviene saber ({count})</translation>
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
    <name>EmptyState</name>
    <message>
        <source>Choose a folder of data, or drop one here</source>
        <translation>Elija una carpeta de datos o suéltela aquí</translation>
    </message>
    <message>
        <source>Pictures, sounds and texts of the same thing, in one of two layouts:</source>
        <translation>Imágenes, sonidos y textos de lo mismo, en una de dos estructuras:</translation>
    </message>
    <message>
        <source>One folder a class</source>
        <translation>Una carpeta por clase</translation>
    </message>
    <message>
        <source>apple/1.png, apple/1.wav, pear/2.jpg … – a sound has its picture&apos;s name.
</source>
        <translation>manzana/1.png, manzana/1.wav, pera/2.jpg… – un sonido lleva el nombre de su imagen.
</translation>
    </message>
    <message>
        <source>texts.csv beside them, with the columns file,text and, if you like, audio.</source>
        <translation>Junto a ellas texts.csv con las columnas file,text y, si quiere, audio.</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>Una tabla</translation>
    </message>
    <message>
        <source>samples.csv with the columns image,audio,text,label and, if you like, split.
</source>
        <translation>samples.csv con las columnas image,audio,text,label y, si quiere, split.
</translation>
    </message>
    <message>
        <source>A row a sample, paths relative to the folder; a blank cell is an input that is missing.</source>
        <translation>Una fila por muestra, rutas relativas a la carpeta; una celda vacía es una entrada que falta.</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>Folder of data</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>Suelte aquí una carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
</context>
<context>
    <name>LearningCurves</name>
    <message>
        <source>Accuracy in validation</source>
        <translation>Exactitud en validación</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validación</translation>
    </message>
    <message>
        <source>Epochs, from left to right: {stages}</source>
        <translation>Épocas, de izquierda a derecha: {stages}</translation>
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
    <name>PreviewPage</name>
    <message>
        <source>Another draw</source>
        <translation>Otro sorteo</translation>
    </message>
    <message>
        <source>Samples, original and varied</source>
        <translation>Muestras, originales y variadas</translation>
    </message>
    <message>
        <source>Augmentation: {name}</source>
        <translation>Aumento de datos: {name}</translation>
    </message>
    <message>
        <source>Choose a folder of data first; a few of its samples are then shown here.</source>
        <translation>Elija primero una carpeta de datos; aquí se verán algunas de sus muestras.</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>varied</source>
        <translation>variado</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
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
    <message>
        <source>“{}” exists already.</source>
        <translation>«{}» ya existe.</translation>
    </message>
    <message>
        <source>“{}” does not end in .mmdesk.</source>
        <translation>«{}» no acaba en .mmdesk.</translation>
    </message>
    <message>
        <source>Choose another name for the model.</source>
        <translation>Elija otro nombre para el modelo.</translation>
    </message>
    <message>
        <source>There is no folder “{}”.</source>
        <translation>No existe la carpeta «{}».</translation>
    </message>
    <message>
        <source>Choose another place for the model.</source>
        <translation>Elija otro lugar para el modelo.</translation>
    </message>
    <message>
        <source>{} has no samples to test with.</source>
        <translation>{} no tiene muestras para probar.</translation>
    </message>
    <message>
        <source>Add samples: a class needs three at least.</source>
        <translation>Añada muestras: una clase necesita al menos tres.</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Use it live</source>
        <translation>Usar en vivo</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>Evaluar…</translation>
    </message>
    <message>
        <source>Measure the model on the test samples, which it has never seen, and write a report</source>
        <translation>Medir el modelo con las muestras de prueba, que nunca ha visto, y escribir un informe</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Abrir el informe</translation>
    </message>
    <message>
        <source>Figures on the test samples</source>
        <translation>Cifras en las muestras de prueba</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Aún no hay modelo</translation>
    </message>
    <message>
        <source>When a run is done, its model stands here.</source>
        <translation>Cuando termina un entrenamiento, su modelo aparece aquí.</translation>
    </message>
    <message>
        <source>The model is ready</source>
        <translation>El modelo está listo</translation>
    </message>
    <message>
        <source>Accuracy on the validation samples. They chose the moment to stop and so flatter the model; an evaluation measures it on samples it has never seen.</source>
        <translation>Exactitud en las muestras de validación. Decidieron cuándo parar y por eso favorecen al modelo; una evaluación lo mide con muestras que nunca ha visto.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardado como {path}</translation>
    </message>
    <message>
        <source>Measuring on the test samples; baselines are trained for comparison …</source>
        <translation>Midiendo con las muestras de prueba; se entrenan modelos de comparación…</translation>
    </message>
    <message>
        <source>On {count} test samples</source>
        <translation>En {count} muestras de prueba</translation>
    </message>
    <message>
        <source>Accuracy with its 95 % interval; F1 and AUC are means over the classes; ECE is how far confidence and accuracy lie apart. Beside them the accuracy of models trained for comparison.</source>
        <translation>Exactitud con su intervalo del 95 %; F1 y AUC son medias de las clases; ECE dice cuánto distan confianza y exactitud. Al lado, la exactitud de modelos entrenados para comparar.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Save the model as</source>
        <translation>Guardar el modelo como</translation>
    </message>
    <message>
        <source>Models (*.mmdesk)</source>
        <translation>Modelos (*.mmdesk)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Archivo del modelo</translation>
    </message>
    <message>
        <source>Model file, ending in .mmdesk</source>
        <translation>Archivo del modelo, acaba en .mmdesk</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Progress of the stage</source>
        <translation>Progreso de la etapa</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Empezando…</translation>
    </message>
    <message>
        <source>You may close this window: the training goes on, and the main window shows it.</source>
        <translation>Puede cerrar esta ventana: el entrenamiento sigue y la ventana principal lo muestra.</translation>
    </message>
    <message>
        <source>It goes on where the interrupted run stood.</source>
        <translation>Continúa donde se interrumpió.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Evaluating …</source>
        <translation>Evaluando…</translation>
    </message>
    <message>
        <source>Start goes on from the last whole epoch, as long as data and choices stay the same.</source>
        <translation>Iniciar continúa desde la última época completa, mientras no cambien los datos ni las opciones.</translation>
    </message>
    <message>
        <source>Stopped; nothing is lost.</source>
        <translation>Detenido; no se ha perdido nada.</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>Listo: {name}</translation>
    </message>
    <message>
        <source>A run on this folder was interrupted.</source>
        <translation>Un entrenamiento con esta carpeta quedó interrumpido.</translation>
    </message>
    <message>
        <source>Start goes on with it; its choices are set above.</source>
        <translation>Iniciar lo continúa; sus opciones están puestas arriba.</translation>
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
        <source>A model is being trained (Model, Train…)</source>
        <translation>Se está entrenando un modelo (Modelo, Entrenar…)</translation>
    </message>
    <message>
        <source>Where the model runs</source>
        <translation>Dónde se ejecuta el modelo</translation>
    </message>
</context>
<context>
    <name>TrainWindow</name>
    <message>
        <source>Train a model – mmdesk</source>
        <translation>Entrenar un modelo – mmdesk</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Lo que se sabe</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>While it learns, this shows how well the model does on the validation samples, with everything and with each input alone. An input whose own curve falls while the whole rises is being forgotten.</source>
        <translation>Mientras aprende, aquí se ve lo bien que acierta el modelo en las muestras de validación, con todo y con cada entrada sola. Una entrada cuya curva baja mientras el conjunto sube se está olvidando.</translation>
    </message>
    <message>
        <source>{name} is being forgotten: alone it fell from {then} to {now} while the whole rose from {whole_then} to {whole_now}. Hold back the dominant input, raise the modality dropout, or train the encoders first.</source>
        <translation>Se está olvidando la entrada {name}: sola bajó de {then} a {now} mientras el conjunto subía de {whole_then} a {whole_now}. Frene la entrada dominante, suba la omisión de entradas o entrene primero los codificadores.</translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message>
        <source>Concatenation</source>
        <translation>Concatenación</translation>
    </message>
    <message>
        <source>Weighted average</source>
        <translation>Media ponderada</translation>
    </message>
    <message>
        <source>Attention gate</source>
        <translation>Compuerta de atención</translation>
    </message>
    <message>
        <source>Attention gate, element by element</source>
        <translation>Compuerta de atención por elementos</translation>
    </message>
    <message>
        <source>Deep fusion (MLP)</source>
        <translation>Fusión profunda (MLP)</translation>
    </message>
    <message>
        <source>Cross-modal transformer</source>
        <translation>Transformer intermodal</translation>
    </message>
    <message>
        <source>Shared weights</source>
        <translation>Pesos compartidos</translation>
    </message>
    <message>
        <source>Multi-task heads</source>
        <translation>Cabezas multitarea</translation>
    </message>
    <message>
        <source>Late fusion (mean of the answers)</source>
        <translation>Fusión tardía (media de respuestas)</translation>
    </message>
    <message>
        <source>Small CNN</source>
        <translation>CNN pequeña</translation>
    </message>
    <message>
        <source>EfficientNet-Lite0, pretrained</source>
        <translation>EfficientNet-Lite0, preentrenado</translation>
    </message>
    <message>
        <source>torchvision backbone</source>
        <translation>Red de torchvision</translation>
    </message>
    <message>
        <source>Speech backbone and RNN</source>
        <translation>Red de voz y RNN</translation>
    </message>
    <message>
        <source>Log-mel and RNN</source>
        <translation>Log-mel y RNN</translation>
    </message>
    <message>
        <source>Bag of words</source>
        <translation>Bolsa de palabras</translation>
    </message>
    <message>
        <source>TF-IDF</source>
        <translation>TF-IDF</translation>
    </message>
    <message>
        <source>Word embedding</source>
        <translation>Vectores de palabras</translation>
    </message>
    <message>
        <source>Parts of words</source>
        <translation>Partes de palabras</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>Leyendo los datos</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>Calculando características</translation>
    </message>
    <message>
        <source>Training the encoders</source>
        <translation>Entrenando los codificadores</translation>
    </message>
    <message>
        <source>Training the fusion</source>
        <translation>Entrenando la fusión</translation>
    </message>
    <message>
        <source>Training everything together</source>
        <translation>Entrenando todo a la vez</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ligero</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fuerte</translation>
    </message>
    <message>
        <source>one folder a class</source>
        <translation>una carpeta por clase</translation>
    </message>
    <message>
        <source>a table, samples.csv</source>
        <translation>una tabla, samples.csv</translation>
    </message>
    <message>
        <source>Late fusion</source>
        <translation>Fusión tardía</translation>
    </message>
    <message>
        <source>{name} alone</source>
        <translation>solo {name}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
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
        <translation>como mucho faltan {time}</translation>
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
        <source>F&amp;usion</source>
        <translation>F&amp;usión</translation>
    </message>
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
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>&amp;Train…</source>
        <translation>&amp;Entrenar…</translation>
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
