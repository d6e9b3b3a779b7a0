<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About mmdesk</source>
        <translation>Acerca de mmdesk</translation>
    </message>
    <message>
        <source>A live fusion microscope: see how a model weighs what you show, say and type.
Nothing leaves this computer, and nothing is stored unless you ask for it.</source>
        <translation>Un microscopio de fusión en vivo: vea cómo un modelo pondera lo que usted muestra, dice y escribe.
Nada sale de este ordenador y nada se guarda si usted no lo pide.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Informar de un problema</translation>
    </message>
    <message>
        <source>Copies the diagnostics, to be pasted into a message</source>
        <translation>Copia el diagnóstico para pegarlo en un mensaje</translation>
    </message>
    <message>
        <source>Packages that are installed beside it</source>
        <translation>Paquetes instalados junto a él</translation>
    </message>
</context>
<context>
    <name>AccuracyBars</name>
    <message>
        <source>{share}  ({interval})  of {count}</source>
        <translation>{share}  ({interval})  de {count}</translation>
    </message>
    <message>
        <source>{share} ({low}–{high}%) of {count}</source>
        <translation>{share} ({low}–{high} %) de {count}</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>AnswerPair</name>
    <message>
        <source>as it is</source>
        <translation>tal cual</translation>
    </message>
    <message>
        <source>perturbed</source>
        <translation>alterado</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>perturbed: different answer</source>
        <translation>alterado: otra respuesta</translation>
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
        <source>Use the bundled model</source>
        <translation>Usar el modelo incluido</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Freezes the window and marks which parts of the inputs support the answer (attribution, saliency)</source>
        <translation>Congela la ventana y marca qué partes de las entradas apoyan la respuesta (atribución, saliencia)</translation>
    </message>
    <message>
        <source>Audience window</source>
        <translation>Ventana del público</translation>
    </message>
    <message>
        <source>Shows the answer large, for a projector (Ctrl+Shift+P)</source>
        <translation>Muestra la respuesta en grande, para un proyector (Ctrl+Mayús+P)</translation>
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
        <source>Explaining …</source>
        <translation>Explicando…</translation>
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
    <name>AnswerStrip</name>
    <message>
        <source>None of these</source>
        <translation>Nada de esto</translation>
    </message>
    <message>
        <source>Nothing that it was taught.</source>
        <translation>Nada de lo que se le ha enseñado.</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} de seguridad</translation>
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
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <source>Waiting for the first answer …</source>
        <translation>Esperando la primera respuesta…</translation>
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
    <name>Audience</name>
    <message>
        <source>is the only input</source>
        <translation>es la única entrada</translation>
    </message>
    <message>
        <source>stays · {share} sure</source>
        <translation>se mantiene · {share} de certeza</translation>
    </message>
    <message>
        <source>changes · {share} sure</source>
        <translation>cambia · {share} de certeza</translation>
    </message>
    <message>
        <source>no clear answer</source>
        <translation>sin respuesta clara</translation>
    </message>
    <message>
        <source>Waiting for the first answer …</source>
        <translation>Esperando la primera respuesta…</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un momento, por favor</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} de certeza</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>no definido</translation>
    </message>
    <message>
        <source>is absent: {reason}</source>
        <translation>falta: {reason}</translation>
    </message>
    <message>
        <source>FROZEN</source>
        <translation>CONGELADO</translation>
    </message>
    <message>
        <source>{seen}: not enough alone</source>
        <translation>{seen}: no basta por sí solo</translation>
    </message>
    <message>
        <source>{seen}: “{label}” {share}</source>
        <translation>{seen}: «{label}» {share}</translation>
    </message>
</context>
<context>
    <name>AudienceWindow</name>
    <message>
        <source>mmdesk – for the audience</source>
        <translation>mmdesk – para el público</translation>
    </message>
</context>
<context>
    <name>BusyStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Working on “{name}” …</source>
        <translation>Trabajando en «{name}»…</translation>
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
        <source>Mirrors the picture on screen. The model never sees it mirrored.</source>
        <translation>Refleja la imagen solo en pantalla. El modelo nunca la ve reflejada.</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>Imagen de la cámara</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Freeze and continue</source>
        <translation>Congelar y continuar</translation>
    </message>
    <message>
        <source>Choose another fusion method</source>
        <translation>Elegir otro método de fusión</translation>
    </message>
    <message>
        <source>The same while typing in the text box</source>
        <translation>Lo mismo al escribir en el cuadro de texto</translation>
    </message>
    <message>
        <source>Page: weights beside contributions</source>
        <translation>Página: pesos junto a aportes</translation>
    </message>
    <message>
        <source>Page: weights by hand</source>
        <translation>Página: pesos a mano</translation>
    </message>
    <message>
        <source>Page: perturb an input</source>
        <translation>Página: alterar una entrada</translation>
    </message>
    <message>
        <source>Page: all methods side by side</source>
        <translation>Página: todos los métodos lado a lado</translation>
    </message>
    <message>
        <source>Page: the map</source>
        <translation>Página: el mapa</translation>
    </message>
    <message>
        <source>Noisy hall: voices over the sound</source>
        <translation>Sala ruidosa: voces sobre el sonido</translation>
    </message>
    <message>
        <source>Dark stage: the picture goes dark</source>
        <translation>Escenario oscuro: la imagen se oscurece</translation>
    </message>
    <message>
        <source>Liar: the text says something else</source>
        <translation>Mentiroso: el texto dice otra cosa</translation>
    </message>
    <message>
        <source>Reset all: weights, perturbations, mutes, recording</source>
        <translation>Restablecer todo: pesos, alteraciones, silencios, grabación</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>This list of keys</source>
        <translation>Esta lista de teclas</translation>
    </message>
    <message>
        <source>Leave full screen or the text box</source>
        <translation>Salir de pantalla completa o del cuadro de texto</translation>
    </message>
    <message>
        <source>On the stage: next scene, previous scene</source>
        <translation>En el escenario: la escena siguiente, la anterior</translation>
    </message>
    <message>
        <source>Frozen or in a replay: one answer back, forward</source>
        <translation>Congelado o en una reproducción: una respuesta atrás, adelante</translation>
    </message>
    <message>
        <source>Frozen or in a replay: one second back, forward</source>
        <translation>Congelado o en una reproducción: un segundo atrás, adelante</translation>
    </message>
    <message>
        <source>Frozen or in a replay: to the beginning, to the end</source>
        <translation>Congelado o en una reproducción: al principio, al final</translation>
    </message>
    <message>
        <source>On the line of a replay: the mark before, the next mark</source>
        <translation>En la línea de una reproducción: la marca anterior, la siguiente</translation>
    </message>
    <message>
        <source>Record, and stop recording</source>
        <translation>Grabar y parar la grabación</translation>
    </message>
    <message>
        <source>Mark this moment of the recording</source>
        <translation>Marcar este momento de la grabación</translation>
    </message>
    <message>
        <source>Save a picture of the window</source>
        <translation>Guardar una imagen de la ventana</translation>
    </message>
    <message>
        <source>Cheat sheet for presenters</source>
        <translation>Chuleta para presentadores</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>Guardar como HTML…</translation>
    </message>
    <message>
        <source>Save the cheat sheet</source>
        <translation>Guardar la chuleta</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Páginas (*.html)</translation>
    </message>
    <message>
        <source>mmdesk: cheat sheet for presenters</source>
        <translation>mmdesk: chuleta para presentadores</translation>
    </message>
    <message>
        <source>The tour and what to say</source>
        <translation>La visita y qué decir</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
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
        <source>How the inputs are combined. This method answers first.</source>
        <translation>Cómo se combinan las entradas. Este método responde primero.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>The order in which the parts learn</source>
        <translation>En qué orden aprenden las partes</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>The most passes over the data. Training stops early when nothing improves.</source>
        <translation>Número máximo de pasadas por los datos. El entrenamiento se detiene antes si ya nada mejora.</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Aumento de datos</translation>
    </message>
    <message>
        <source>How strongly pictures, sounds and texts are varied during training (see Preview)</source>
        <translation>Con qué fuerza se varían imágenes, sonidos y textos durante el entrenamiento (véase Vista previa)</translation>
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
        <source>How strongly the model is kept from being overconfident</source>
        <translation>Con qué fuerza se evita que el modelo confíe demasiado en sí mismo</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>The same seed gives the same model</source>
        <translation>La misma semilla da el mismo modelo</translation>
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
        <source>Train the other methods too</source>
        <translation>Entrenar también los otros métodos</translation>
    </message>
    <message>
        <source>Lets you compare all methods live. They share the encoders and train in seconds.</source>
        <translation>Permite comparar todos los métodos en vivo. Comparten los codificadores y se entrenan en segundos.</translation>
    </message>
    <message>
        <source>Hold back a dominant input (OGM-GE)</source>
        <translation>Frenar la entrada dominante (OGM-GE)</translation>
    </message>
    <message>
        <source>Slows the input that learns fastest, so that the others are not forgotten. Only with “Everything together”.</source>
        <translation>Frena la entrada que aprende más rápido para que no se olviden las demás. Solo con «Todo a la vez».</translation>
    </message>
    <message>
        <source>Give rare classes more weight</source>
        <translation>Dar más peso a las clases raras</translation>
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
        <source>Leave out</source>
        <translation>Omitir</translation>
    </message>
</context>
<context>
    <name>ClassCard</name>
    <message>
        <source>None of these</source>
        <translation>Nada de esto</translation>
    </message>
    <message>
        <source>Three seconds of what is there when nothing is shown</source>
        <translation>Tres segundos de lo que hay cuando no se muestra nada</translation>
    </message>
    <message>
        <source>Show it, say it, type it – or drop files here</source>
        <translation>Muéstralo, dilo, escríbelo o suelta archivos aquí</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>Nombre de la clase</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Choose another colour</source>
        <translation>Elegir otro color</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>Más sobre {name}</translation>
    </message>
    <message>
        <source>Examples, files, colour, delete</source>
        <translation>Ejemplos, archivos, color, borrar</translation>
    </message>
    <message>
        <source>So it can say “none of these”.</source>
        <translation>Así puede decir «nada de esto».</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>Aprendiendo …</translation>
    </message>
    <message>
        <source>Nothing shown yet.</source>
        <translation>Aún no se ha mostrado nada.</translation>
    </message>
    <message>
        <source>Others that cannot be used: {count}.</source>
        <translation>Otros que no se pueden usar: {count}.</translation>
    </message>
    <message>
        <source>Recording … {seconds} s</source>
        <translation>Grabando … {seconds} s</translation>
    </message>
    <message>
        <source>Record three seconds</source>
        <translation>Grabar tres segundos</translation>
    </message>
    <message>
        <source>Record three more seconds</source>
        <translation>Grabar tres segundos más</translation>
    </message>
    <message>
        <source>Hold to record ({key})</source>
        <translation>Mantener para grabar ({key})</translation>
    </message>
    <message>
        <source>Hold to record</source>
        <translation>Mantener para grabar</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>Color {number}</translation>
    </message>
    <message>
        <source>&amp;See all examples…</source>
        <translation>&amp;Ver todos los ejemplos…</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Añadir &amp;archivos…</translation>
    </message>
    <message>
        <source>Add a fol&amp;der…</source>
        <translation>Añadir una &amp;carpeta…</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>C&amp;olor</translation>
    </message>
    <message>
        <source>De&amp;lete this class</source>
        <translation>&amp;Borrar esta clase</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
</context>
<context>
    <name>ContributionBars</name>
    <message>
        <source>weight {weight}</source>
        <translation>peso {weight}</translation>
    </message>
    <message>
        <source>contribution {contribution}</source>
        <translation>aporte {contribution}</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>no definido</translation>
    </message>
    <message>
        <source>without: {label}</source>
        <translation>sin ella: {label}</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>Examples of each input</source>
        <translation>Ejemplos de cada entrada</translation>
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
        <source>Cancel</source>
        <translation>Cancelar</translation>
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
        <source>{train} for training, {validation} for validation, {test} for testing</source>
        <translation>{train} para entrenar, {validation} para validar, {test} para probar</translation>
    </message>
    <message>
        <source>as given by the folder</source>
        <translation>como indica la carpeta</translation>
    </message>
    <message>
        <source>drawn at random from each class</source>
        <translation>sorteadas al azar en cada clase</translation>
    </message>
    <message>
        <source>… and {count} more; “Copy all” copies them too</source>
        <translation>… y {count} más; «Copiar todo» también las copia</translation>
    </message>
    <message>
        <source>Fix these first ({count})</source>
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
    <name>DoingPicture</name>
    <message>
        <source>three</source>
        <translation>tres</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Choose a data folder or drop one here</source>
        <translation>Elija una carpeta de datos o suelte una aquí</translation>
    </message>
    <message>
        <source>Pictures, sounds and texts of the same thing, in one of two layouts:</source>
        <translation>Imágenes, sonidos y textos de lo mismo, en una de dos estructuras:</translation>
    </message>
    <message>
        <source>One folder per class</source>
        <translation>Una carpeta por clase</translation>
    </message>
    <message>
        <source>apple/1.png, apple/1.wav, pear/2.jpg … – a sound has its picture&apos;s name.
</source>
        <translation>manzana/1.png, manzana/1.wav, pera/2.jpg… – un sonido lleva el nombre de su imagen.
</translation>
    </message>
    <message>
        <source>texts.csv beside them, with the columns file,text and optionally audio.</source>
        <translation>Junto a ellas texts.csv con las columnas file,text y, si quiere, audio.</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>Una tabla</translation>
    </message>
    <message>
        <source>samples.csv with the columns image,audio,text,label and optionally split.
</source>
        <translation>samples.csv con las columnas image,audio,text,label y, si quiere, split.
</translation>
    </message>
    <message>
        <source>One row per sample. Paths are relative to the folder. A blank cell means a missing input.</source>
        <translation>Una fila por muestra. Las rutas son relativas a la carpeta. Una celda vacía indica que falta esa entrada.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>supports {label}</source>
        <translation>apoya {label}</translation>
    </message>
    <message>
        <source>against</source>
        <translation>en contra</translation>
    </message>
    <message>
        <source>opposes {label}</source>
        <translation>contradice {label}</translation>
    </message>
    <message>
        <source>no part of it supports or opposes {label}</source>
        <translation>ninguna parte apoya ni contradice {label}</translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message>
        <source>As recorded</source>
        <translation>Como se grabó</translation>
    </message>
    <message>
        <source>What was in force when it was recorded: method, weights and changes</source>
        <translation>Lo que regía cuando se grabó: método, pesos y cambios</translation>
    </message>
    <message>
        <source>method: {name}</source>
        <translation>método: {name}</translation>
    </message>
    <message>
        <source>without the changes of then</source>
        <translation>sin los cambios de entonces</translation>
    </message>
    <message>
        <source>As shown now</source>
        <translation>Como se ve ahora</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>Microscope</source>
        <translation>Microscopio</translation>
    </message>
    <message>
        <source>Export the last half minute</source>
        <translation>Exportar el último medio minuto</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Export a panel</source>
        <translation>Exportar un panel</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Imágenes (*.png *.svg)</translation>
    </message>
    <message>
        <source>Export the snapshot</source>
        <translation>Exportar la instantánea</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Páginas web (*.html)</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>Data folder</source>
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
    <name>GatePage</name>
    <message>
        <source>Equal weights</source>
        <translation>Pesos iguales</translation>
    </message>
    <message>
        <source>Every input counts the same: the baseline for every fusion method</source>
        <translation>Todas las entradas cuentan igual: la referencia para cualquier método de fusión</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Use the model&apos;s own weights again</source>
        <translation>Volver a usar los pesos del modelo</translation>
    </message>
    <message>
        <source>Weight: {name}</source>
        <translation>Peso: {name}</translation>
    </message>
    <message>
        <source>Lock: {name}</source>
        <translation>Bloquear: {name}</translation>
    </message>
    <message>
        <source>Keep this weight while the others move</source>
        <translation>Mantener este peso mientras cambian los otros</translation>
    </message>
    <message>
        <source>All weight on: {name}</source>
        <translation>Todo el peso en: {name}</translation>
    </message>
    <message>
        <source>Only this input counts</source>
        <translation>Solo cuenta esta entrada</translation>
    </message>
    <message>
        <source>Weights in use and the model&apos;s own over the last half minute</source>
        <translation>Pesos en uso y pesos del modelo en el último medio minuto</translation>
    </message>
    <message>
        <source>{label} from {share}</source>
        <translation>{label} desde {share}</translation>
    </message>
    <message>
        <source>{label} up to {share}</source>
        <translation>{label} hasta {share}</translation>
    </message>
    <message>
        <source>{reason}: its share goes to the others</source>
        <translation>{reason}: su parte pasa a las demás</translation>
    </message>
    <message>
        <source>this method has no weights to set</source>
        <translation>este método no tiene pesos que ajustar</translation>
    </message>
    <message>
        <source>This model has one input, and that has all the weight</source>
        <translation>Este modelo tiene una sola entrada, y esa lleva todo el peso</translation>
    </message>
    <message>
        <source>All are locked: unlock one to move</source>
        <translation>Todos están bloqueados: desbloquee uno para moverlo</translation>
    </message>
    <message>
        <source>All but one are locked, so that one cannot move either</source>
        <translation>Todos menos uno están bloqueados, así que ese tampoco puede moverse</translation>
    </message>
    <message>
        <source>You set the weights. Open marks and thin lines show the model&apos;s own.</source>
        <translation>Usted fija los pesos. Las marcas abiertas y las líneas finas muestran los del modelo.</translation>
    </message>
    <message>
        <source>No input to weigh right now.</source>
        <translation>Ahora no hay ninguna entrada que ponderar.</translation>
    </message>
    <message>
        <source>The model sets the weights. Move a slider to set them yourself.</source>
        <translation>El modelo fija los pesos. Mueva un control para fijarlos usted.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>None of these</source>
        <translation>Nada de esto</translation>
    </message>
    <message>
        <source>What a model says instead of guessing when it is shown something it has never learnt. To abstain like this is called open-set rejection.</source>
        <translation>Lo que dice un modelo en lugar de adivinar cuando se le muestra algo que nunca aprendió. Abstenerse así se llama rechazo en conjunto abierto.</translation>
    </message>
    <message>
        <source>Absent input</source>
        <translation>Entrada ausente</translation>
    </message>
    <message>
        <source>An input that gives nothing: a covered lens, silence, an empty box. It has a weight of exactly 0, and the others answer without it.</source>
        <translation>Una entrada que no da nada: una lente tapada, silencio, un campo vacío. Su peso es exactamente 0 y las demás responden sin ella.</translation>
    </message>
    <message>
        <source>Agreement and conflict</source>
        <translation>Acuerdo y conflicto</translation>
    </message>
    <message>
        <source>Inputs agree when each of them alone gives the same answer. They are in conflict when two of them are each sure of a different answer.</source>
        <translation>Las entradas están de acuerdo cuando cada una por sí sola da la misma respuesta. Están en conflicto cuando dos están seguras de respuestas distintas.</translation>
    </message>
    <message>
        <source>Attention gate</source>
        <translation>Compuerta de atención</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>A fusion method that looks at this very moment and decides anew how much weight each input gets. Of Digits, Things and newly trained models it is the default.</source>
        <translation>Un método de fusión que mira este mismo momento y decide de nuevo cuánto peso recibe cada entrada. En Cifras, Cosas y los modelos recién entrenados es el que se usa de entrada.</translation>
    </message>
    <message>
        <source>How sure the model is, in percent. Of all answers that a calibrated model gives with 80 %, about 80 in 100 are right. A model that is not calibrated says so on its card among all models.</source>
        <translation>Lo seguro que está el modelo, en tanto por ciento. De todas las respuestas que un modelo calibrado da con 80 %, aciertan unas 80 de cada 100. Un modelo sin calibrar lo dice en su ficha, entre todos los modelos.</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Aporte</translation>
    </message>
    <message>
        <source>How much an input helped the answer or misled it: what it adds on average, over all orders in which the inputs can join in. This is its Shapley value.</source>
        <translation>Cuánto ayudó una entrada a la respuesta o la desvió: lo que añade de media, en todos los órdenes en que pueden sumarse las entradas. Es su valor de Shapley.</translation>
    </message>
    <message>
        <source>Encoder and embedding</source>
        <translation>Codificador y representación</translation>
    </message>
    <message>
        <source>An encoder turns a picture, a sound or a text into a list of numbers, the embedding. Things that mean the same get similar numbers.</source>
        <translation>Un codificador convierte una imagen, un sonido o un texto en una lista de números, la representación. Lo que significa lo mismo recibe números parecidos.</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicación</translation>
    </message>
    <message>
        <source>Which parts of the picture, the sound and the words support the answer or oppose it. Freeze the window to see it. The field says attribution or saliency.</source>
        <translation>Qué partes de la imagen, del sonido y de las palabras apoyan la respuesta o se oponen a ella. Congele la ventana para verla. En el campo se llama atribución o saliencia.</translation>
    </message>
    <message>
        <source>Flip point</source>
        <translation>Punto de cambio</translation>
    </message>
    <message>
        <source>The nearest weight at which the answer changes. Beyond it lies another answer; the line between them is the decision boundary.</source>
        <translation>El peso más cercano con el que cambia la respuesta. Más allá hay otra respuesta; la línea entre ambas es la frontera de decisión.</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusión</translation>
    </message>
    <message>
        <source>Making one answer out of several inputs. There are many methods for it; the menu Fusion switches between them while everything runs.</source>
        <translation>Hacer una sola respuesta con varias entradas. Hay muchos métodos; el menú Fusión cambia entre ellos mientras todo funciona.</translation>
    </message>
    <message>
        <source>Honesty meter</source>
        <translation>Medidor de honestidad</translation>
    </message>
    <message>
        <source>Compares the weights with what each input really does to the answer. At 100 % the weights tell the truth about what mattered.</source>
        <translation>Compara los pesos con lo que cada entrada hace de verdad en la respuesta. Al 100 % los pesos dicen la verdad sobre lo que importó.</translation>
    </message>
    <message>
        <source>Input and modality</source>
        <translation>Entrada y modalidad</translation>
    </message>
    <message>
        <source>An input is what a model takes in: a camera, a microphone, a text. Its kind (picture, sound, text) is called a modality.</source>
        <translation>Una entrada es lo que recibe un modelo: una cámara, un micrófono, un texto. Su clase (imagen, sonido, texto) se llama modalidad.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>The samples that the model learnt from, as dots: similar ones lie close together. Your own moment moves among them.</source>
        <translation>Las muestras de las que aprendió el modelo, como puntos: las parecidas están cerca. Su propio momento se mueve entre ellas.</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>Alteración</translation>
    </message>
    <message>
        <source>Something done to an input on purpose: the picture darkened, voices put under the sound, a word misspelt. It shows how easily the answer gives way.</source>
        <translation>Algo que se le hace a una entrada a propósito: oscurecer la imagen, poner voces bajo el sonido, escribir mal una palabra. Muestra con qué facilidad cede la respuesta.</translation>
    </message>
    <message>
        <source>Redundancy</source>
        <translation>Redundancia</translation>
    </message>
    <message>
        <source>Two inputs tell the same. Each could stand in for the other, and together they add little.</source>
        <translation>Dos entradas dicen lo mismo. Cada una podría suplir a la otra, y juntas añaden poco.</translation>
    </message>
    <message>
        <source>Snapshot and history</source>
        <translation>Instantánea e historial</translation>
    </message>
    <message>
        <source>A snapshot is a moment that was kept. While the window is frozen, you can go back through the last half minute, its history.</source>
        <translation>Una instantánea es un momento que se conservó. Con la ventana congelada puede retroceder por el último medio minuto, su historial.</translation>
    </message>
    <message>
        <source>Subset of the inputs</source>
        <translation>Subconjunto de las entradas</translation>
    </message>
    <message>
        <source>Some of the inputs, with the others treated as absent; also called a coalition. The program asks the model about every subset at every moment.</source>
        <translation>Algunas de las entradas, tratando las demás como ausentes; también se llama coalición. El programa pregunta al modelo por cada subconjunto en cada momento.</translation>
    </message>
    <message>
        <source>Synergy</source>
        <translation>Sinergia</translation>
    </message>
    <message>
        <source>Two inputs together tell more than both of them one by one, as in the calculator: no input alone can know the result.</source>
        <translation>Dos entradas juntas dicen más que las dos por separado, como en la calculadora: ninguna entrada sola puede saber el resultado.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>How much of an input the model used, from 0 to 100 %. All weights together make 100 %. A weight does not say whether the input helped: that is its contribution.</source>
        <translation>Cuánto usó el modelo de una entrada, de 0 a 100 %. Todos los pesos suman 100 %. Un peso no dice si la entrada ayudó: eso lo dice su aporte.</translation>
    </message>
    <message>
        <source>Weights by hand</source>
        <translation>Pesos a mano</translation>
    </message>
    <message>
        <source>You set the weights in place of the model and watch the answer follow. This is a weight override; “Reset all” gives the weights back.</source>
        <translation>Usted fija los pesos en lugar del modelo y ve cómo la respuesta lo sigue. En el campo se llama anulación de pesos (weight override). «Restablecer todo» devuelve los pesos.</translation>
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
        <translation>ahora</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Pages and words</source>
        <translation>Páginas y términos</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>No se ha encontrado nada. Pruebe otra palabra.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Términos</translation>
    </message>
    <message>
        <source>This page is in English.</source>
        <translation>Esta página está en inglés.</translation>
    </message>
    <message>
        <source>See also:</source>
        <translation>Véase también:</translation>
    </message>
</context>
<context>
    <name>HonestyLine</name>
    <message>
        <source>Nothing to compare.</source>
        <translation>No hay nada que comparar.</translation>
    </message>
    <message>
        <source>Relation and honesty meter</source>
        <translation>Relación y medidor de honestidad</translation>
    </message>
</context>
<context>
    <name>InForce</name>
    <message>
        <source>SAMPLE SESSION</source>
        <translation>SESIÓN DE EJEMPLO</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>REPRODUCCIÓN</translation>
    </message>
    <message>
        <source>“{name}” cannot be played. The picture panel says why.</source>
        <translation>«{name}» no se puede reproducir. El panel de la imagen dice por qué.</translation>
    </message>
    <message>
        <source>Playing “{name}” instead of the camera.</source>
        <translation>Se reproduce «{name}» en lugar de la cámara.</translation>
    </message>
    <message>
        <source>Playing “{name}”. Nothing here is live.</source>
        <translation>Se reproduce «{name}». Nada de esto es en directo.</translation>
    </message>
    <message>
        <source>Playing recorded picture, sound and text. Nothing here is live.</source>
        <translation>Imagen, sonido y texto grabados. Nada de esto es en directo.</translation>
    </message>
    <message>
        <source>Playing recorded picture and sound.</source>
        <translation>Imagen y sonido grabados.</translation>
    </message>
    <message>
        <source>It was recorded for another model, not for this one.</source>
        <translation>Se grabó para otro modelo, no para este.</translation>
    </message>
    <message>
        <source>The text is yours. Clear it to use the recorded text again.</source>
        <translation>El texto es suyo. Bórrelo para volver a usar el grabado.</translation>
    </message>
    <message>
        <source>{input}: the file “{name}”</source>
        <translation>{input}: el archivo «{name}»</translation>
    </message>
    <message>
        <source>{input}: muted</source>
        <translation>{input}: silenciado</translation>
    </message>
    <message>
        <source>Weights by hand: {shares}</source>
        <translation>Pesos a mano: {shares}</translation>
    </message>
    <message>
        <source>{item} (this method has none)</source>
        <translation>{item} (este método no tiene)</translation>
    </message>
    <message>
        <source>says “{text}” instead</source>
        <translation>dice «{text}» en su lugar</translation>
    </message>
    <message>
        <source>{input}: {changes}</source>
        <translation>{input}: {changes}</translation>
    </message>
    <message>
        <source>{item} (not present now)</source>
        <translation>{item} (ahora no está)</translation>
    </message>
</context>
<context>
    <name>InForceStrip</name>
    <message>
        <source>ACTIVE CHANGES</source>
        <translation>CAMBIOS ACTIVOS</translation>
    </message>
    <message>
        <source>Everything that changes the inputs or the weights right now</source>
        <translation>Todo lo que ahora cambia las entradas o los pesos</translation>
    </message>
    <message>
        <source>Use a camera</source>
        <translation>Usar una cámara</translation>
    </message>
    <message>
        <source>Use a microphone</source>
        <translation>Usar un micrófono</translation>
    </message>
    <message>
        <source>Reset all  F10</source>
        <translation>Restablecer todo  F10</translation>
    </message>
    <message>
        <source>Resets weights, perturbations and mutes, and goes back to camera and microphone</source>
        <translation>Restablece pesos, alteraciones y silencios, y vuelve a la cámara y al micrófono</translation>
    </message>
    <message>
        <source>AS RECORDED</source>
        <translation>COMO SE GRABÓ</translation>
    </message>
    <message>
        <source>What was in force when this was recorded, and is again</source>
        <translation>Lo que estaba en vigor al grabar y vuelve a estarlo</translation>
    </message>
</context>
<context>
    <name>InputCard</name>
    <message>
        <source>Mute: {name}</source>
        <translation>Silenciar: {name}</translation>
    </message>
    <message>
        <source>Leave this input out, as if it were not there</source>
        <translation>Dejar fuera esta entrada, como si no existiera</translation>
    </message>
    <message>
        <source>{tip}. The recording that is being made has it all the same.</source>
        <translation>{tip}. La grabación en curso la incluye de todos modos.</translation>
    </message>
</context>
<context>
    <name>LearningCurves</name>
    <message>
        <source>Validation accuracy</source>
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
        <source>mmdesk – frozen</source>
        <translation>mmdesk – congelado</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Each dot is a training sample. Dots close together look alike to the model.</source>
        <translation>Cada punto es una muestra de entrenamiento. Los puntos cercanos se parecen para el modelo.</translation>
    </message>
    <message>
        <source>Where the fused inputs lie among the training samples</source>
        <translation>Dónde caen las entradas fusionadas entre las muestras de entrenamiento</translation>
    </message>
    <message>
        <source>{method}: {reading}</source>
        <translation>{method}: {reading}</translation>
    </message>
    <message>
        <source>Map of the fused space</source>
        <translation>Mapa del espacio fusionado</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>The map of what the model knows will appear here.</source>
        <translation>Aquí aparecerá el mapa de lo que conoce el modelo.</translation>
    </message>
    <message>
        <source>This model has no map.</source>
        <translation>Este modelo no tiene mapa.</translation>
    </message>
    <message>
        <source>no input</source>
        <translation>sin entradas</translation>
    </message>
</context>
<context>
    <name>MethodStrip</name>
    <message>
        <source>{name} over the last half minute</source>
        <translation>{name} en el último medio minuto</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>pesos</translation>
    </message>
    <message>
        <source>sizes of contributions</source>
        <translation>tamaños de los aportes</translation>
    </message>
</context>
<context>
    <name>MethodsPage</name>
    <message>
        <source>What every fusion method says right now</source>
        <translation>Lo que dice ahora cada método de fusión</translation>
    </message>
</context>
<context>
    <name>MethodsTable</name>
    <message>
        <source>Arrow keys choose a row, Enter uses its method, P pins it.</source>
        <translation>Las flechas eligen una fila, Intro usa su método, P lo fija.</translation>
    </message>
    <message>
        <source>{name} · by hand</source>
        <translation>{name} · a mano</translation>
    </message>
    <message>
        <source>no input</source>
        <translation>sin entradas</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Aportes</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>no definido</translation>
    </message>
    <message>
        <source>Pin to compare over time (P): {name}</source>
        <translation>Fijar para comparar (P): {name}</translation>
    </message>
    <message>
        <source>Use this method (Enter): {name}</source>
        <translation>Usar este método (Intro): {name}</translation>
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
    <name>Microscope</name>
    <message>
        <source>one alone</source>
        <translation>una sola</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>acuerdo</translation>
    </message>
    <message>
        <source>together</source>
        <translation>en conjunto</translation>
    </message>
    <message>
        <source>one dominates</source>
        <translation>una domina</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflicto</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>sin certeza</translation>
    </message>
    <message>
        <source>Only one input is present.</source>
        <translation>Solo hay una entrada.</translation>
    </message>
    <message>
        <source>Each input alone gives this answer.</source>
        <translation>Cada entrada por sí sola da esta respuesta.</translation>
    </message>
    <message>
        <source>The answer comes from several inputs together.</source>
        <translation>La respuesta sale de varias entradas juntas.</translation>
    </message>
    <message>
        <source>Two inputs are each sure of a different answer.</source>
        <translation>Dos entradas están seguras, cada una, de una respuesta distinta.</translation>
    </message>
    <message>
        <source>No answer stands out: this is little more than a guess.</source>
        <translation>Ninguna respuesta destaca: es poco más que adivinar.</translation>
    </message>
    <message>
        <source>Each of these alone gives this answer: {names}. The others alone say nothing.</source>
        <translation>Cada una de estas da por sí sola esta respuesta: {names}. Las demás, por sí solas, no dicen nada.</translation>
    </message>
    <message>
        <source>The weights match what mattered.</source>
        <translation>Los pesos coinciden con lo que importó.</translation>
    </message>
    <message>
        <source>{name} has more weight than effect.</source>
        <translation>{name} tiene más peso que efecto.</translation>
    </message>
    <message>
        <source>{name} has more effect than weight.</source>
        <translation>{name} tiene más efecto que peso.</translation>
    </message>
    <message>
        <source>{name} has weight, but removing it changes nothing.</source>
        <translation>{name} tiene peso, pero quitarla no cambia nada.</translation>
    </message>
    <message>
        <source>Nothing to compare: this method has no weights.</source>
        <translation>No hay nada que comparar: este método no tiene pesos.</translation>
    </message>
    <message>
        <source>Nothing to compare: only one input is present.</source>
        <translation>No hay nada que comparar: solo hay una entrada.</translation>
    </message>
    <message>
        <source>Nothing to compare: no input changes the answer.</source>
        <translation>No hay nada que comparar: ninguna entrada cambia la respuesta.</translation>
    </message>
    <message>
        <source>The inputs hardly contradict each other.</source>
        <translation>Las entradas apenas se contradicen.</translation>
    </message>
    <message>
        <source>The inputs contradict each other in part of what they claim.</source>
        <translation>Las entradas se contradicen en parte de lo que afirman.</translation>
    </message>
    <message>
        <source>The inputs contradict each other in most of what they claim.</source>
        <translation>Las entradas se contradicen en la mayor parte de lo que afirman.</translation>
    </message>
    <message>
        <source>Whether the weights match what mattered keeps changing.</source>
        <translation>Que los pesos coincidan o no con lo que importa cambia sin cesar.</translation>
    </message>
    <message>
        <source>How far the inputs contradict each other keeps changing.</source>
        <translation>Cuánto se contradicen las entradas cambia sin cesar.</translation>
    </message>
    <message>
        <source>{name} has only {weight} of the weight, but {share} of the effect.</source>
        <translation>{name} tiene solo el {weight} del peso, pero el {share} del efecto.</translation>
    </message>
    <message>
        <source>{name} has {weight} of the weight, but removing it changes nothing.</source>
        <translation>{name} tiene el {weight} del peso, pero quitarla no cambia nada.</translation>
    </message>
    <message>
        <source>By its own account the input leaves {open} open.</source>
        <translation>Según él mismo, la entrada deja abierto un {open}.</translation>
    </message>
    <message>
        <source>Conflict: the inputs contradict each other in {conflict} of what they claim. {open} stays open.</source>
        <translation>Conflicto: las entradas se contradicen en un {conflict} de lo que afirman. Queda abierto un {open}.</translation>
    </message>
    <message>
        <source>unsure {share}</source>
        <translation>dudoso {share}</translation>
    </message>
    <message>
        <source>Subjective logic: each input spreads belief over the classes and leaves the rest open (uncertainty mass); the conflict is the belief that Dempster&apos;s rule must drop because inputs contradict each other.</source>
        <translation>Lógica subjetiva: cada entrada reparte creencia entre las clases y deja abierto el resto (masa de incertidumbre); el conflicto es la creencia que la regla de Dempster debe descartar porque las entradas se contradicen.</translation>
    </message>
    <message>
        <source>{one} and {other} repeat each other.</source>
        <translation>{one} y {other} se repiten.</translation>
    </message>
    <message>
        <source>misled {share}</source>
        <translation>confundió {share}</translation>
    </message>
    <message>
        <source>helped {share}</source>
        <translation>ayudó {share}</translation>
    </message>
    <message>
        <source>{one} and {other} are worth more together.</source>
        <translation>{one} y {other} valen más juntas.</translation>
    </message>
    <message>
        <source>Most of the support for this answer comes from one input: {names}.</source>
        <translation>La mayor parte del apoyo a esta respuesta viene de una sola entrada: {names}.</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>cambiante</translation>
    </message>
    <message>
        <source>How the inputs stand to each other keeps changing.</source>
        <translation>La relación entre las entradas cambia sin cesar.</translation>
    </message>
    <message>
        <source>{name} has {weight} of the weight, but only {share} of the effect.</source>
        <translation>{name} tiene el {weight} del peso, pero solo el {share} del efecto.</translation>
    </message>
    <message>
        <source>Agreement of weights and contributions: with all weights fixed, does each input move the class scores as much as its weight says?</source>
        <translation>Concordancia de pesos y aportes: con todos los pesos fijos, ¿mueve cada entrada las puntuaciones de las clases tanto como dice su peso?</translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation>{number} puntos</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>It is no longer there: {path}</source>
        <translation>Ya no está ahí: {path}</translation>
    </message>
    <message>
        <source>Try this:</source>
        <translation>Pruebe esto:</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
</context>
<context>
    <name>ModelGallery</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Which model would you like to look at?</source>
        <translation>¿Qué modelo quiere ver?</translation>
    </message>
    <message>
        <source>Or choose a model to look at</source>
        <translation>O elija un modelo</translation>
    </message>
    <message>
        <source>Tab goes from one to the next, Enter opens it, Esc closes this page. Ctrl+G brings it back.</source>
        <translation>Tab pasa al siguiente, Intro lo abre, Esc cierra esta página. Control+G la vuelve a abrir.</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>Abrir otro modelo…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Show this page when the program starts</source>
        <translation>Mostrar esta página al iniciar el programa</translation>
    </message>
    <message>
        <source>Come with the program</source>
        <translation>Incluidos en el programa</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Abiertos recientemente</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Encontrados en este equipo</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Knows {count} classes: {names}.</source>
        <translation>Conoce {count} clases: {names}.</translation>
    </message>
    <message>
        <source>Knows {count} classes: {names} …</source>
        <translation>Conoce {count} clases: {names}…</translation>
    </message>
    <message>
        <source>Not calibrated: its percentages need not match how often it is right.</source>
        <translation>Sin calibrar: sus porcentajes no tienen por qué coincidir con la frecuencia con que acierta.</translation>
    </message>
    <message>
        <source>{input}: give it something of the class “{label}”.</source>
        <translation>{input}: dele algo de la clase «{label}».</translation>
    </message>
    <message>
        <source>Then let one input say “{label}”. Which one does it believe?</source>
        <translation>Luego haga que una entrada diga «{label}». ¿A cuál cree?</translation>
    </message>
</context>
<context>
    <name>NewClassCard</name>
    <message>
        <source>New class</source>
        <translation>Nueva clase</translation>
    </message>
    <message>
        <source>Its name, in any language</source>
        <translation>Su nombre, en cualquier idioma</translation>
    </message>
    <message>
        <source>Name of the new class</source>
        <translation>Nombre de la nueva clase</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Show me how</source>
        <translation>Muéstrame cómo</translation>
    </message>
    <message>
        <source>Plays a recording in which three toys are taught; it needs no devices</source>
        <translation>Reproduce una grabación en la que se enseñan tres juguetes; no hacen falta dispositivos</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
</context>
<context>
    <name>PanelsMenu</name>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Paneles</translation>
    </message>
    <message>
        <source>&amp;Usual arrangement</source>
        <translation>&amp;Disposición habitual</translation>
    </message>
</context>
<context>
    <name>PerturbColumn</name>
    <message>
        <source>Leave this input out, as if it were not there</source>
        <translation>Dejar fuera esta entrada, como si no estuviera</translation>
    </message>
    <message>
        <source>{what}: strength</source>
        <translation>{what}: intensidad</translation>
    </message>
    <message>
        <source>{what}: choice</source>
        <translation>{what}: elección</translation>
    </message>
    <message>
        <source>not present: {reason}</source>
        <translation>no está: {reason}</translation>
    </message>
</context>
<context>
    <name>PerturbPage</name>
    <message>
        <source>Remove all</source>
        <translation>Quitar todas</translation>
    </message>
    <message>
        <source>Removes every perturbation</source>
        <translation>Quita todas las alteraciones</translation>
    </message>
    <message>
        <source>The answer unchanged and perturbed</source>
        <translation>La respuesta sin cambios y alterada</translation>
    </message>
    <message>
        <source>perturbations: {count}</source>
        <translation>alteraciones: {count}</translation>
    </message>
</context>
<context>
    <name>Perturbations</name>
    <message>
        <source>Cover</source>
        <translation>Tapar</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Desenfoque</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Grano</translation>
    </message>
    <message>
        <source>Darken</source>
        <translation>Oscurecer</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Girar</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Hiss</source>
        <translation>Siseo</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Voces</translation>
    </message>
    <message>
        <source>Drop words</source>
        <translation>Omitir palabras</translation>
    </message>
    <message>
        <source>Typos</source>
        <translation>Erratas</translation>
    </message>
    <message>
        <source>Say instead</source>
        <translation>Decir otra cosa</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>{size}° left</source>
        <translation>{size}° izq.</translation>
    </message>
    <message>
        <source>upright</source>
        <translation>derecho</translation>
    </message>
    <message>
        <source>{size}° right</source>
        <translation>{size}° der.</translation>
    </message>
    <message>
        <source>{size} dB louder</source>
        <translation>{size} dB más</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>tal cual</translation>
    </message>
    <message>
        <source>{size} dB softer</source>
        <translation>{size} dB menos</translation>
    </message>
    <message>
        <source>{size} dB under speech</source>
        <translation>{size} dB bajo la voz</translation>
    </message>
    <message>
        <source>as loud as speech</source>
        <translation>tan alto como la voz</translation>
    </message>
    <message>
        <source>{size} dB over speech</source>
        <translation>{size} dB sobre la voz</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Show the models when the program starts</source>
        <translation>Mostrar los modelos al iniciar el programa</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Telephones may fetch a moment while its code is shown</source>
        <translation>Los teléfonos pueden recoger un momento mientras se muestra su código</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Telephones</source>
        <translation>Teléfonos</translation>
    </message>
    <message>
        <source>Audience window</source>
        <translation>Ventana del público</translation>
    </message>
    <message>
        <source>Scenes change by themselves</source>
        <translation>Las escenas cambian solas</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>Carpeta para las grabaciones</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Noisy hall</source>
        <translation>Sala ruidosa</translation>
    </message>
    <message>
        <source>Dark stage</source>
        <translation>Escenario oscuro</translation>
    </message>
    <message>
        <source>Liar</source>
        <translation>Mentiroso</translation>
    </message>
    <message>
        <source>Voices as loud as the speech, and hiss</source>
        <translation>Voces tan altas como el habla, y siseo</translation>
    </message>
    <message>
        <source>A picture so dark and grainy that it may not count at all</source>
        <translation>Una imagen tan oscura y granulada que quizá no cuente</translation>
    </message>
    <message>
        <source>The text names another class than the answer</source>
        <translation>El texto nombra otra clase que la respuesta</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Draw again</source>
        <translation>Sortear de nuevo</translation>
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
        <source>Choose a data folder first. A few of its samples then appear here.</source>
        <translation>Elija primero una carpeta de datos. Aquí aparecerán algunas de sus muestras.</translation>
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
        <source>compared with a blurred picture: {points} points</source>
        <translation>frente a una imagen desenfocada: {points} puntos</translation>
    </message>
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
    <name>ProbabilityBars</name>
    <message>
        <source>the other {count}: {share}</source>
        <translation>las otras {count}: {share}</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>{name} no longer responds.</source>
        <translation>{name} ya no responde.</translation>
    </message>
    <message>
        <source>{name} repeats the same picture.</source>
        <translation>{name} repite la misma imagen.</translation>
    </message>
    <message>
        <source>{name} no longer sends pictures.</source>
        <translation>{name} ya no da imágenes.</translation>
    </message>
    <message>
        <source>{name} has stopped sending.</source>
        <translation>{name} ha dejado de emitir.</translation>
    </message>
    <message>
        <source>{name} failed because of an internal error. The log file has the details.</source>
        <translation>{name} falló por un error interno; el archivo de registro tiene los detalles.</translation>
    </message>
    <message>
        <source>Choose another source.</source>
        <translation>Elija otra fuente.</translation>
    </message>
    <message>
        <source>{name} is not connected.</source>
        <translation>{name} no está conectado.</translation>
    </message>
    <message>
        <source>You do not have permission to use {name} ({path}).</source>
        <translation>Este usuario no puede usar {name} ({path}).</translation>
    </message>
    <message>
        <source>Add the user to the group “video” and log in again.</source>
        <translation>Añada el usuario al grupo «video» e inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>No se puede abrir {name}.</translation>
    </message>
    <message>
        <source>Check that it is connected, and close other programs that use a camera. If that does not help, allow camera access in System Settings, Privacy &amp; Security.</source>
        <translation>Compruebe que está conectada y cierre otros programas que usen una cámara. Si no basta, permita el acceso a la cámara en Ajustes del Sistema, Privacidad y seguridad.</translation>
    </message>
    <message>
        <source>Check that it is connected, and close other programs that use a camera. If that does not help, allow camera access in Settings, Privacy &amp; security.</source>
        <translation>Compruebe que está conectada y cierre otros programas que usen una cámara. Si no basta, permita el acceso a la cámara en Configuración, Privacidad y seguridad.</translation>
    </message>
    <message>
        <source>{name} sends no video.</source>
        <translation>{name} no responde con un vídeo.</translation>
    </message>
    <message>
        <source>{name} is not a valid camera address.</source>
        <translation>{name} no es una dirección que pueda tener una cámara.</translation>
    </message>
    <message>
        <source>It must begin with http://, https:// or rtsp:// and name a host.</source>
        <translation>Debe empezar por http://, https:// o rtsp:// y nombrar un equipo.</translation>
    </message>
    <message>
        <source>No camera is given.</source>
        <translation>No se ha indicado ninguna cámara.</translation>
    </message>
    <message>
        <source>Choose a camera.</source>
        <translation>Elija una cámara.</translation>
    </message>
    <message>
        <source>There is no camera called “{name}”.</source>
        <translation>No hay ninguna cámara llamada «{name}».</translation>
    </message>
    <message>
        <source>“{name}” matches several cameras: {known}.</source>
        <translation>«{name}» puede ser varias cámaras: {known}.</translation>
    </message>
    <message>
        <source>Give the full name.</source>
        <translation>Indique el nombre completo.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
    <message>
        <source>{path} contains no readable video.</source>
        <translation>{path} no contiene ningún vídeo legible.</translation>
    </message>
    <message>
        <source>Choose another file, or convert this one to MP4 (H.264).</source>
        <translation>Elija otro archivo o convierta este a MP4 (H.264).</translation>
    </message>
    <message>
        <source>No microphone is connected.</source>
        <translation>No hay ningún micrófono conectado.</translation>
    </message>
    <message>
        <source>Connect a microphone. It is then used automatically.</source>
        <translation>Conecte un micrófono; se usará automáticamente.</translation>
    </message>
    <message>
        <source>The microphone “{name}” has stopped delivering sound.</source>
        <translation>El micrófono «{name}» ha dejado de dar sonido.</translation>
    </message>
    <message>
        <source>The connection to the microphone “{name}” was lost.</source>
        <translation>Se perdió el micrófono «{name}».</translation>
    </message>
    <message>
        <source>The microphone failed because of an internal error.</source>
        <translation>El micrófono falló por un error interno.</translation>
    </message>
    <message>
        <source>The log file has the details (Help, Diagnostics).</source>
        <translation>El archivo de registro tiene los detalles (Ayuda, Diagnóstico).</translation>
    </message>
    <message>
        <source>There is no microphone “{name}”.</source>
        <translation>No hay ningún micrófono «{name}».</translation>
    </message>
    <message>
        <source>Connect it, or choose one of these: {known}.</source>
        <translation>Conéctelo o elija uno de estos: {known}.</translation>
    </message>
    <message>
        <source>Several microphones are called “{name}”.</source>
        <translation>Varios micrófonos se llaman «{name}».</translation>
    </message>
    <message>
        <source>The microphone “{name}” is in use or was unplugged.</source>
        <translation>El micrófono «{name}» está en uso o se desenchufó.</translation>
    </message>
    <message>
        <source>Close other programs that use it, and check its cable.</source>
        <translation>Cierre otros programas que lo usen y revise el cable.</translation>
    </message>
    <message>
        <source>The microphone “{name}” cannot be opened.</source>
        <translation>No se puede abrir el micrófono «{name}».</translation>
    </message>
    <message>
        <source>Check its cable, and that this program may use the microphone.</source>
        <translation>Revise el cable y que este programa pueda usar el micrófono.</translation>
    </message>
    <message>
        <source>The sound system does not respond.</source>
        <translation>El sistema de sonido no responde.</translation>
    </message>
    <message>
        <source>The program continues when the sound system responds again. If it does not, restart the computer’s sound service.</source>
        <translation>Seguirá solo cuando el sistema de sonido responda; si no, reinicie el servicio de sonido del equipo.</translation>
    </message>
    <message>
        <source>The sound system does not work.</source>
        <translation>El sistema de sonido se niega a funcionar.</translation>
    </message>
    <message>
        <source>Restart the computer’s sound service.</source>
        <translation>Reinicie el servicio de sonido del equipo.</translation>
    </message>
    <message>
        <source>Sound input needs the PortAudio library, which is missing.</source>
        <translation>Falta la biblioteca PortAudio, necesaria para la entrada de sonido.</translation>
    </message>
    <message>
        <source>Install it with: sudo apt install libportaudio2 (Fedora: portaudio), then start again.</source>
        <translation>Instálela con: sudo apt install libportaudio2 (Fedora: portaudio) y vuelva a empezar.</translation>
    </message>
    <message>
        <source>Install it with: brew install portaudio, then start again.</source>
        <translation>Instálela con: brew install portaudio y vuelva a empezar.</translation>
    </message>
    <message>
        <source>Reinstall the Python package sounddevice, which includes it.</source>
        <translation>Vuelva a instalar el paquete de Python sounddevice, que la incluye.</translation>
    </message>
    <message>
        <source>There is no session folder {path}.</source>
        <translation>No existe la carpeta de sesión {path}.</translation>
    </message>
    <message>
        <source>Choose the folder that contains session.json.</source>
        <translation>Elija la carpeta que contiene session.json.</translation>
    </message>
    <message>
        <source>{path} is not a session: it has no session.json.</source>
        <translation>{path} no es una sesión: no tiene session.json.</translation>
    </message>
    <message>
        <source>Choose the folder of a finished recording.</source>
        <translation>Elija la carpeta de una grabación terminada.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>No se puede leer {path}: {reason}.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Compruebe que puede leerlo.</translation>
    </message>
    <message>
        <source>{path} is not valid JSON: {detail}.</source>
        <translation>{path} no es JSON válido: {detail}.</translation>
    </message>
    <message>
        <source>Correct the file, or choose another session.</source>
        <translation>Corrija el archivo o elija otra sesión.</translation>
    </message>
    <message>
        <source>{path} must contain one JSON object.</source>
        <translation>{path} debe contener un objeto JSON.</translation>
    </message>
    <message>
        <source>“version” is {found}, but this program reads version {known}.</source>
        <translation>«version» es {found} y este programa lee la versión {known}.</translation>
    </message>
    <message>
        <source>Use the version of mmdesk that wrote it.</source>
        <translation>Use un programa de la versión que la escribió.</translation>
    </message>
    <message>
        <source>“{field}” must be text.</source>
        <translation>«{field}» debe ser un texto.</translation>
    </message>
    <message>
        <source>“{field}” must be a number above 0, at most {most:g}.</source>
        <translation>«{field}» debe ser un número mayor que 0 y como máximo {most:g}.</translation>
    </message>
    <message>
        <source>“{field}” must be an object with keys among {known}.</source>
        <translation>«{field}» debe ser un objeto con claves entre {known}.</translation>
    </message>
    <message>
        <source>“files” must be an object that names at least one file.</source>
        <translation>«files» debe ser un objeto que nombre al menos un archivo.</translation>
    </message>
    <message>
        <source>“{field}” must be the name of a file in the same folder.</source>
        <translation>«{field}» debe ser el nombre de un archivo de la misma carpeta.</translation>
    </message>
    <message>
        <source>“{field}” must be a list of [from, to] in seconds, ascending from 0.</source>
        <translation>«{field}» debe ser una lista de [desde, hasta] en segundos, a partir de 0 y en orden ascendente.</translation>
    </message>
    <message>
        <source>{path} cannot be played because of an internal error. The log file has the details.</source>
        <translation>{path} no se puede reproducir por un error interno; el archivo de registro tiene los detalles.</translation>
    </message>
    <message>
        <source>Choose another session.</source>
        <translation>Elija otra sesión.</translation>
    </message>
    <message>
        <source>The session {title} is missing its file {path}.</source>
        <translation>A la sesión {title} le falta su archivo {path}.</translation>
    </message>
    <message>
        <source>Copy the session again, or record it again.</source>
        <translation>Vuelva a copiar la sesión desde su origen o grábela de nuevo.</translation>
    </message>
    <message>
        <source>{path} is not a video that can be read.</source>
        <translation>{path} no es un vídeo legible.</translation>
    </message>
    <message>
        <source>{path} is {length_s:.1f} s long, but session.json says {wanted_s:.1f} s: it is cut off.</source>
        <translation>{path} dura {length_s:.1f} s, pero session.json dice {wanted_s:.1f} s: está cortado.</translation>
    </message>
    <message>
        <source>{path}: the first line must be “time_s,text”.</source>
        <translation>{path}: la primera línea debe ser «time_s,text».</translation>
    </message>
    <message>
        <source>Correct the file.</source>
        <translation>Corrija el archivo.</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation>Guárdelo como CSV en UTF-8.</translation>
    </message>
    <message>
        <source>there must be two columns, time_s and text.</source>
        <translation>debe haber dos columnas, time_s y text.</translation>
    </message>
    <message>
        <source>Put texts with commas in quotes.</source>
        <translation>Ponga entre comillas los textos con comas.</translation>
    </message>
    <message>
        <source>“time_s” is “{found}”, not a number.</source>
        <translation>«time_s» es «{found}», no un número.</translation>
    </message>
    <message>
        <source>Write seconds, like 1.25.</source>
        <translation>Escriba segundos, como 1.25.</translation>
    </message>
    <message>
        <source>“time_s” must not be before {earliest_s:g} s.</source>
        <translation>«time_s» no puede ser anterior a {earliest_s:g} s.</translation>
    </message>
    <message>
        <source>Sort the lines by time.</source>
        <translation>Ordene las líneas por tiempo.</translation>
    </message>
    <message>
        <source>“text” has more than {most:,} characters.</source>
        <translation>«text» tiene más de {most:,} caracteres.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Acórtelo.</translation>
    </message>
    <message>
        <source>{path} already contains a session.</source>
        <translation>{path} ya contiene una sesión.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>{path} already contains {file}.</source>
        <translation>{path} ya contiene {file}.</translation>
    </message>
    <message>
        <source>Move it, or choose another place.</source>
        <translation>Muévalo o elija otro lugar.</translation>
    </message>
    <message>
        <source>{dataset} does not have this input: {input}.</source>
        <translation>{dataset} no contiene esta entrada: {input}.</translation>
    </message>
    <message>
        <source>No training sample of {dataset} has this input: {input}.</source>
        <translation>Ninguna muestra de entrenamiento de {dataset} tiene esta entrada: {input}.</translation>
    </message>
    <message>
        <source>Choose another folder, or delete it first.</source>
        <translation>Elija otra carpeta o bórrelo antes.</translation>
    </message>
    <message>
        <source>{path} cannot be created: {reason}.</source>
        <translation>No se puede crear {path}: {reason}.</translation>
    </message>
    <message>
        <source>Choose one of these cameras: {known}.</source>
        <translation>Elija una de estas cámaras: {known}.</translation>
    </message>
    <message>
        <source>Choose one of these microphones: {known}.</source>
        <translation>Elija uno de estos micrófonos: {known}.</translation>
    </message>
    <message>
        <source>The recording cannot be read: {path} is gone, or its disk is.</source>
        <translation>No se puede leer la grabación: {path} ha desaparecido, o bien su disco.</translation>
    </message>
    <message>
        <source>Connect the disk again, or put the folder back; then open the recording anew.</source>
        <translation>Conecte de nuevo el disco o devuelva la carpeta a su sitio; después, abra otra vez la grabación.</translation>
    </message>
    <message>
        <source>Choose another folder, or delete that file first.</source>
        <translation>Elija otra carpeta o borre antes ese archivo.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>No se grabó nada.</translation>
    </message>
    <message>
        <source>Record for longer, with at least one source on.</source>
        <translation>Grabe más tiempo, con al menos una fuente activa.</translation>
    </message>
    <message>
        <source>No video can be written to {path}.</source>
        <translation>No se puede escribir ningún vídeo en {path}.</translation>
    </message>
    <message>
        <source>Check that the folder is writable and the disk has space.</source>
        <translation>Compruebe que se puede escribir en la carpeta y que hay espacio en el disco.</translation>
    </message>
    <message>
        <source>{path} has nothing in it that can be played.</source>
        <translation>{path} no contiene nada que se pueda reproducir.</translation>
    </message>
    <message>
        <source>The recording {path} was torn off after {length_s:.1f} s.</source>
        <translation>La grabación {path} se interrumpió a los {length_s:.1f} s.</translation>
    </message>
    <message>
        <source>What was recorded until then is played.</source>
        <translation>Se reproduce lo que se había grabado hasta entonces.</translation>
    </message>
    <message>
        <source>The recording {path} is damaged in places: {count}.</source>
        <translation>La grabación {path} está dañada en algunos puntos: {count}.</translation>
    </message>
    <message>
        <source>They are left out, and the rest is played.</source>
        <translation>Se omiten, y se reproduce el resto.</translation>
    </message>
    <message>
        <source>When this was recorded, {models} answered; now {name} does.</source>
        <translation>Cuando se grabó respondía {models}; ahora responde {name}.</translation>
    </message>
    <message>
        <source>Open that model to see the answers of then.</source>
        <translation>Abra aquel modelo para ver las respuestas de entonces.</translation>
    </message>
    <message>
        <source>The recording is saved: {path}</source>
        <translation>La grabación se ha guardado: {path}</translation>
    </message>
    <message>
        <source>The recording is deleted: {path}</source>
        <translation>La grabación se ha borrado: {path}</translation>
    </message>
    <message>
        <source>The disk is almost full, so the recording {path} was ended.</source>
        <translation>El disco está casi lleno, por eso terminó la grabación {path}.</translation>
    </message>
    <message>
        <source>It is saved until here. Free some space before you record again.</source>
        <translation>Está guardada hasta aquí. Libere espacio antes de volver a grabar.</translation>
    </message>
    <message>
        <source>{path} cannot be recorded: the disk has less than {least_mb} MB left.</source>
        <translation>No se puede grabar {path}: en el disco quedan menos de {least_mb} MB.</translation>
    </message>
    <message>
        <source>Free some space there.</source>
        <translation>Libere espacio en él.</translation>
    </message>
    <message>
        <source>The recording ended, because its folder {path} is gone.</source>
        <translation>La grabación terminó porque su carpeta {path} ha desaparecido.</translation>
    </message>
    <message>
        <source>Check the disk, then record again.</source>
        <translation>Compruebe el disco y grabe de nuevo.</translation>
    </message>
    <message>
        <source>The recording {path} ended because of an internal error.</source>
        <translation>La grabación {path} terminó por un error interno.</translation>
    </message>
    <message>
        <source>What was recorded until then is saved. The log file has the details.</source>
        <translation>Lo grabado hasta entonces está guardado. El archivo de registro tiene los detalles.</translation>
    </message>
    <message>
        <source>A recording that is being played cannot be recorded again.</source>
        <translation>Una grabación que se está reproduciendo no se puede grabar de nuevo.</translation>
    </message>
    <message>
        <source>Choose File, Export to make a video or a table of it, or of a part of it.</source>
        <translation>Elija Archivo, Exportar para hacer un vídeo o una tabla de ella o de una parte.</translation>
    </message>
    <message>
        <source>{path} is a recording with answers, which cannot be recorded again.</source>
        <translation>{path} es una grabación con respuestas y no se puede grabar de nuevo.</translation>
    </message>
    <message>
        <source>Use mmdesk replay to make a video or a table of it, or of a part of it.</source>
        <translation>Use mmdesk replay para hacer un vídeo o una tabla de ella o de una parte.</translation>
    </message>
    <message>
        <source>There is neither a camera nor a microphone to record from.</source>
        <translation>No hay ni cámara ni micrófono para grabar.</translation>
    </message>
    <message>
        <source>Connect one, or give --session with a recorded session.</source>
        <translation>Conecte uno o indique con --session una sesión grabada.</translation>
    </message>
    <message>
        <source>The model {name} could not be loaded because of an internal error.</source>
        <translation>No se pudo cargar el modelo {name} por un error interno.</translation>
    </message>
    <message>
        <source>{model} has no fusion method {method}.</source>
        <translation>{model} no tiene el método de fusión {method}.</translation>
    </message>
    <message>
        <source>It has: {known}.</source>
        <translation>Tiene: {known}.</translation>
    </message>
    <message>
        <source>A prediction failed: {detail}.</source>
        <translation>Falló una predicción: {detail}.</translation>
    </message>
    <message>
        <source>There is no prediction to write.</source>
        <translation>No hay ninguna predicción que escribir.</translation>
    </message>
    <message>
        <source>Wait for the first answer.</source>
        <translation>Espere la primera respuesta.</translation>
    </message>
    <message>
        <source>Predictions of two models cannot be written into one file.</source>
        <translation>Las predicciones de dos modelos no caben en un mismo archivo.</translation>
    </message>
    <message>
        <source>Wait half a minute.</source>
        <translation>Espere medio minuto.</translation>
    </message>
    <message>
        <source>The model’s labels changed while its predictions were being written.</source>
        <translation>Las clases del modelo cambiaron mientras se escribían sus predicciones.</translation>
    </message>
    <message>
        <source>Writing {path} takes too long.</source>
        <translation>{path} tarda demasiado en escribirse.</translation>
    </message>
    <message>
        <source>Choose a folder on another disk.</source>
        <translation>Elija un lugar en otro disco.</translation>
    </message>
    <message>
        <source>{path} could not be written because of an internal error.</source>
        <translation>No se pudo escribir {path} por un error interno.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardado como {path}</translation>
    </message>
    <message>
        <source>The page template {path} is missing.</source>
        <translation>Falta la plantilla de página {path}.</translation>
    </message>
    <message>
        <source>Install mmdesk again.</source>
        <translation>Vuelva a instalar mmdesk.</translation>
    </message>
    <message>
        <source>The page template {path} is damaged in line {line}.</source>
        <translation>La plantilla de página {path} está dañada en la línea {line}.</translation>
    </message>
    <message>
        <source>The page template {path}, or one that it needs, is damaged.</source>
        <translation>La plantilla de página {path}, u otra que necesita, está dañada.</translation>
    </message>
    <message>
        <source>“{name}” does not end in .png or .svg.</source>
        <translation>«{name}» no termina en .png ni .svg.</translation>
    </message>
    <message>
        <source>Choose a name that ends in one of them.</source>
        <translation>Elija un nombre que termine en uno de ellos.</translation>
    </message>
    <message>
        <source>There is nothing to draw.</source>
        <translation>No hay nada que dibujar.</translation>
    </message>
    <message>
        <source>Make the panel larger.</source>
        <translation>Agrande el panel.</translation>
    </message>
    <message>
        <source>There is no answer to write.</source>
        <translation>No hay respuesta que escribir.</translation>
    </message>
    <message>
        <source>Wait for the first one.</source>
        <translation>Espere la primera.</translation>
    </message>
    <message>
        <source>This computer is in no network, so no telephone can reach it.</source>
        <translation>Este ordenador no está en ninguna red, así que ningún teléfono puede llegar a él.</translation>
    </message>
    <message>
        <source>Connect it to the telephone&apos;s network, or export the snapshot as a file.</source>
        <translation>Conéctelo a la red del teléfono o exporte el momento como archivo.</translation>
    </message>
    <message>
        <source>Nothing can be offered at the address {address}: {reason}.</source>
        <translation>No se puede ofrecer nada en la dirección {address}: {reason}.</translation>
    </message>
    <message>
        <source>Choose another network, or export the snapshot as a file.</source>
        <translation>Elija otra red o exporte el momento como archivo.</translation>
    </message>
    <message>
        <source>There is no answer to save.</source>
        <translation>No hay respuesta que guardar.</translation>
    </message>
    <message>
        <source>Freeze the window while there is one.</source>
        <translation>Congele un momento que la tenga.</translation>
    </message>
    <message>
        <source>The translation {path} is missing or damaged.</source>
        <translation>La traducción {path} falta o está dañada.</translation>
    </message>
    <message>
        <source>Install mmdesk again. Until then, some text is in English.</source>
        <translation>Vuelva a instalar mmdesk; hasta entonces algunas palabras estarán en inglés.</translation>
    </message>
    <message>
        <source>No font on this computer has these characters: {characters}.</source>
        <translation>Ninguna fuente de este equipo tiene estos caracteres: {characters}.</translation>
    </message>
    <message>
        <source>Install a font for them. The model reads them all the same.</source>
        <translation>Instale una fuente para ellos. El modelo los lee de todos modos.</translation>
    </message>
    <message>
        <source>The screen on which the audience window was is gone; it is a window here now.</source>
        <translation>La pantalla en la que estaba la ventana del público ha desaparecido; ahora es una ventana aquí.</translation>
    </message>
    <message>
        <source>Connect the screen again, then close the audience window and open it anew.</source>
        <translation>Vuelva a conectar la pantalla; después cierre la ventana del público y ábrala de nuevo.</translation>
    </message>
    <message>
        <source>The picture could not be saved as {path}.</source>
        <translation>No se pudo guardar la imagen como {path}.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png or .jpg.</source>
        <translation>Elija un nombre que termine en .png o .jpg.</translation>
    </message>
    <message>
        <source>The screenshot could not be written: {path}</source>
        <translation>No se pudo guardar la captura: {path}</translation>
    </message>
    <message>
        <source>Choose a folder you can write to, and a name that ends in .png.</source>
        <translation>Elija una carpeta en la que pueda escribir y un nombre que termine en .png.</translation>
    </message>
    <message>
        <source>An internal error happened: {detail}.</source>
        <translation>Se produjo un error interno: {detail}.</translation>
    </message>
    <message>
        <source>“{name}” does not end in .mmdesk.</source>
        <translation>«{name}» no acaba en .mmdesk.</translation>
    </message>
    <message>
        <source>There is no folder “{path}”.</source>
        <translation>No existe la carpeta «{path}».</translation>
    </message>
    <message>
        <source>“{name}” exists already.</source>
        <translation>«{name}» ya existe.</translation>
    </message>
    <message>
        <source>These choices do not go together: {detail}.</source>
        <translation>Estas opciones no son compatibles: {detail}.</translation>
    </message>
    <message>
        <source>Choose other values.</source>
        <translation>Elija otros valores.</translation>
    </message>
    <message>
        <source>The loss is no longer a finite number ({stage}, epoch {epoch}).</source>
        <translation>La pérdida ya no es un número finito ({stage}, época {epoch}).</translation>
    </message>
    <message>
        <source>Lower the learning rate.</source>
        <translation>Reduzca la tasa de aprendizaje.</translation>
    </message>
    <message>
        <source>{path}: the state of the interrupted run is damaged ({detail}).</source>
        <translation>{path}: el estado de la ejecución interrumpida está dañado ({detail}).</translation>
    </message>
    <message>
        <source>Delete that folder, or start over with --fresh.</source>
        <translation>Borre esa carpeta o empiece de nuevo con --fresh.</translation>
    </message>
    <message>
        <source>{path}: the state of the training run would go here, but something else is already here.</source>
        <translation>{path}: aquí iría el estado del entrenamiento, pero ya hay otra cosa.</translation>
    </message>
    <message>
        <source>{path}: the state of the training run cannot be written ({reason}); the last good state is kept.</source>
        <translation>{path}: no se puede escribir el estado del entrenamiento ({reason}); se conserva el último estado bueno.</translation>
    </message>
    <message>
        <source>Free some space or choose another place, then start again: training continues from there.</source>
        <translation>Libere espacio o elija otro lugar y vuelva a empezar: seguirá desde ahí.</translation>
    </message>
    <message>
        <source>There is not enough memory to continue.</source>
        <translation>No hay memoria suficiente para continuar.</translation>
    </message>
    <message>
        <source>Close other programs or choose smaller encoders, then start again: training continues from the last epoch.</source>
        <translation>Cierre otros programas o elija codificadores más pequeños y vuelva a empezar: el entrenamiento sigue desde la última época.</translation>
    </message>
    <message>
        <source>The training process was killed, most likely because memory ran out.</source>
        <translation>El proceso de entrenamiento fue terminado, probablemente por falta de memoria.</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly (status {status}).</source>
        <translation>El proceso de entrenamiento terminó de forma inesperada (estado {status}).</translation>
    </message>
    <message>
        <source>Start again: training continues from the last epoch. The log file has the details.</source>
        <translation>Vuelva a empezar: el entrenamiento sigue desde la última época. Los detalles están en el archivo de registro.</translation>
    </message>
    <message>
        <source>The training process cannot be started.</source>
        <translation>No se puede iniciar el proceso de entrenamiento.</translation>
    </message>
    <message>
        <source>Close other programs, then try again. The log file has the details.</source>
        <translation>Cierre otros programas e inténtelo de nuevo. Los detalles están en el archivo de registro.</translation>
    </message>
    <message>
        <source>Leave out its encoder.</source>
        <translation>Omita su codificador.</translation>
    </message>
    <message>
        <source>{dataset} has too few samples: {training} to train on, {validation} to validate.</source>
        <translation>{dataset} tiene muy pocas muestras: {training} para entrenar, {validation} para validar.</translation>
    </message>
    <message>
        <source>Add some, or leave out its encoder.</source>
        <translation>Añada algunas u omita su codificador.</translation>
    </message>
    <message>
        <source>The encoder {kind} cannot be created: {detail}.</source>
        <translation>No se puede crear el codificador {kind}: {detail}.</translation>
    </message>
    <message>
        <source>Choose another encoder.</source>
        <translation>Elija otro codificador.</translation>
    </message>
    <message>
        <source>The fusion {kind} cannot be created: {detail}.</source>
        <translation>No se puede crear la fusión {kind}: {detail}.</translation>
    </message>
    <message>
        <source>Choose other options.</source>
        <translation>Elija otras opciones.</translation>
    </message>
    <message>
        <source>{dataset} has no samples to test with.</source>
        <translation>{dataset} no tiene muestras para probar.</translation>
    </message>
    <message>
        <source>{dataset}: the model was trained on every test sample; nothing is left to measure it with.</source>
        <translation>{dataset}: el modelo se entrenó con todas las muestras de prueba; no queda nada con que medirlo.</translation>
    </message>
    <message>
        <source>{dataset} has no test sample that was not also used in training.</source>
        <translation>{dataset} no tiene ninguna muestra de prueba con la que no se haya entrenado.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <source>Free some disk space, or choose another place.</source>
        <translation>Libere espacio en el disco o elija otro lugar.</translation>
    </message>
    <message>
        <source>Choose a place where you can write, or change its permissions.</source>
        <translation>Elija un lugar en el que pueda escribir o cambie sus permisos.</translation>
    </message>
    <message>
        <source>Create its folder first, or choose another place.</source>
        <translation>Cree antes la carpeta o elija otro lugar.</translation>
    </message>
    <message>
        <source>Choose another place: a part of the path is a file.</source>
        <translation>Elija otro lugar: una parte de la ruta es un archivo.</translation>
    </message>
    <message>
        <source>Choose another name: a folder already has this one.</source>
        <translation>Elija otro nombre: ya hay una carpeta que se llama así.</translation>
    </message>
    <message>
        <source>Choose another name: a file already has this one.</source>
        <translation>Elija otro nombre: ya hay un archivo que se llama así.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Elija un nombre más corto.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Elija otro lugar.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} es una carpeta.</translation>
    </message>
    <message>
        <source>Give the name of a file in it.</source>
        <translation>Indique un archivo dentro de ella.</translation>
    </message>
    <message>
        <source>{path} already exists, and mmdesk did not write it.</source>
        <translation>{path} ya existe y no lo escribió mmdesk.</translation>
    </message>
    <message>
        <source>Choose another name, or delete it first.</source>
        <translation>Elija otro nombre o bórrelo antes.</translation>
    </message>
    <message>
        <source>{path}: there is no folder {folder}.</source>
        <translation>{path}: no existe la carpeta {folder}.</translation>
    </message>
    <message>
        <source>Create it first.</source>
        <translation>Créela antes.</translation>
    </message>
    <message>
        <source>{path} is inside {folder}, which is read from.</source>
        <translation>{path} está dentro de {folder}, que se lee.</translation>
    </message>
    <message>
        <source>Choose a folder outside it.</source>
        <translation>Elija una carpeta fuera de ella.</translation>
    </message>
    <message>
        <source>{path} contains a recorded session ({file}).</source>
        <translation>{path} contiene una sesión grabada ({file}).</translation>
    </message>
    <message>
        <source>{path} contains a model ({file}).</source>
        <translation>{path} contiene un modelo ({file}).</translation>
    </message>
    <message>
        <source>{path} contains a set of data ({file}).</source>
        <translation>{path} contiene un conjunto de datos ({file}).</translation>
    </message>
    <message>
        <source>There was no prediction within {limit_s:.0f} s.</source>
        <translation>No hubo ninguna predicción en {limit_s:.0f} s.</translation>
    </message>
    <message>
        <source>Run mmdesk doctor.</source>
        <translation>Ejecute «mmdesk doctor».</translation>
    </message>
    <message>
        <source>No picture, or no prediction from one, was shown while measuring.</source>
        <translation>Durante la medición no se mostró ninguna imagen o ninguna predicción de una.</translation>
    </message>
    <message>
        <source>{name} holds examples, and no model was made of them yet.</source>
        <translation>{name} contiene ejemplos, y aún no se ha hecho ningún modelo con ellos.</translation>
    </message>
    <message>
        <source>In the Teach window choose Project → Open a shared file.</source>
        <translation>En la ventana Enseñar elija Proyecto → Abrir un archivo compartido.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is missing.</source>
        <translation>{name}: {member} no se puede usar: falta.</translation>
    </message>
    <message>
        <source>Choose another model, or get a fresh copy of this one.</source>
        <translation>Elija otro modelo u obtenga este de nuevo.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it occurs twice.</source>
        <translation>{name}: {member} no se puede usar: está dos veces.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is damaged ({detail}).</source>
        <translation>{name}: {member} no se puede usar: está dañado ({detail}).</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is damaged or was changed (its SHA-256 is not the one in config.json).</source>
        <translation>{name}: {member} no se puede usar: está dañado o se modificó (su SHA-256 no es el de config.json).</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is larger than {most_mib:,} MiB.</source>
        <translation>{name}: {member} no se puede usar: ocupa más de {most_mib:,} MiB.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: its values do not make a model ({detail}).</source>
        <translation>{name}: {member} no se puede usar: sus valores no forman un modelo ({detail}).</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is not UTF-8 text.</source>
        <translation>{name}: {member} no se puede usar: no es texto UTF-8.</translation>
    </message>
    <message>
        <source>Update mmdesk, or open another model.</source>
        <translation>Actualice mmdesk o abra otro modelo.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: {detail}.</source>
        <translation>{name}: {member} no se puede usar: {detail}.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: the tensor {tensor} is missing; tensors missing in all: {count:,}.</source>
        <translation>{name}: {member} no se puede usar: falta el tensor {tensor}; tensores que faltan en total: {count:,}.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it contains {tensor}, which the model does not have.</source>
        <translation>{name}: {member} no se puede usar: contiene {tensor}, que el modelo no tiene.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: {tensor} is {found}, not {wanted}.</source>
        <translation>{name}: {member} no se puede usar: {tensor} es {found} y no {wanted}.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: {tensor} contains values that are not finite.</source>
        <translation>{name}: {member} no se puede usar: {tensor} contiene valores no finitos.</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it does not fit the configuration ({detail}).</source>
        <translation>{name}: {member} no se puede usar: no corresponde a la configuración ({detail}).</translation>
    </message>
    <message>
        <source>{name}: a model in a single file must hold all its weights, and this one does not.</source>
        <translation>{name}: un modelo en un solo archivo debe contener todos sus pesos, y este no los contiene.</translation>
    </message>
    <message>
        <source>{name}: the model uses a part of the model {lender}, whose folder is not beside its own.</source>
        <translation>{name}: el modelo usa una parte del modelo {lender}, cuya carpeta no está junto a la suya.</translation>
    </message>
    <message>
        <source>Keep both folders side by side, or get a fresh copy of both.</source>
        <translation>Deje ambas carpetas una junto a la otra u obtenga las dos de nuevo.</translation>
    </message>
    <message>
        <source>{name}: the model uses a part of the model {lender}, which is not the same any more (encoder of {input}).</source>
        <translation>{name}: el modelo usa una parte del modelo {lender} que ya no es la misma (codificador de {input}).</translation>
    </message>
    <message>
        <source>Get a fresh copy of both models.</source>
        <translation>Obtenga de nuevo ambos modelos.</translation>
    </message>
    <message>
        <source>{name}: {member} is not shown: {detail}.</source>
        <translation>{name}: {member} no se muestra: {detail}.</translation>
    </message>
    <message>
        <source>The model works all the same. Correct the file or delete it.</source>
        <translation>El modelo funciona de todos modos. Corrija el archivo o bórrelo.</translation>
    </message>
    <message>
        <source>{name}: it contains an unexpected member, {member}.</source>
        <translation>{name}: contiene un miembro ajeno, {member}.</translation>
    </message>
    <message>
        <source>{path}: there is no such model.</source>
        <translation>{path}: no existe ese modelo.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Compruebe la ruta.</translation>
    </message>
    <message>
        <source>{name}: this is not a model file, or it is damaged.</source>
        <translation>{name}: no es un archivo de modelo o está dañado.</translation>
    </message>
    <message>
        <source>{name}: the file is damaged ({detail}).</source>
        <translation>{name}: el archivo está dañado ({detail}).</translation>
    </message>
    <message>
        <source>{name}: the file cannot be read ({reason}).</source>
        <translation>{name}: no se puede leer el archivo ({reason}).</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Compruebe la ruta y sus permisos.</translation>
    </message>
    <message>
        <source>{name}: the model could not be saved ({reason}).</source>
        <translation>{name}: no se pudo guardar el modelo ({reason}).</translation>
    </message>
    <message>
        <source>This model could not be opened again: {detail}.</source>
        <translation>Este modelo no se podría volver a abrir: {detail}.</translation>
    </message>
    <message>
        <source>Choose smaller sizes or other labels.</source>
        <translation>Elija tamaños menores u otras clases.</translation>
    </message>
    <message>
        <source>The model’s {member} would be {size_mib:,} MiB, and at most {most_mib:,} MiB can be opened.</source>
        <translation>El archivo {member} del modelo ocuparía {size_mib:,} MiB y se pueden abrir como máximo {most_mib:,} MiB.</translation>
    </message>
    <message>
        <source>Choose smaller sizes, or fewer classes or samples.</source>
        <translation>Elija tamaños menores o menos clases o muestras.</translation>
    </message>
    <message>
        <source>{path}: it cannot be read ({reason}).</source>
        <translation>{path}: no se puede leer ({reason}).</translation>
    </message>
    <message>
        <source>{path}: something else is already there.</source>
        <translation>{path}: ya hay otra cosa ahí.</translation>
    </message>
    <message>
        <source>{name} needs the plug-in {distribution} {version}, which is not installed ({group}: {part}).</source>
        <translation>{name} necesita el complemento {distribution} {version}, que no está instalado ({group}: {part}).</translation>
    </message>
    <message>
        <source>Install it if you trust its maker, then open the model again.</source>
        <translation>Instálelo si confía en quien lo hizo y vuelva a abrir el modelo.</translation>
    </message>
    <message>
        <source>{name} is opened without its method {part}: it needs the plug-in {distribution} {version}, which is not installed.</source>
        <translation>{name} se abrió sin su método {part}: necesita el complemento {distribution} {version}, que no está instalado.</translation>
    </message>
    <message>
        <source>{name} needs the plug-in {distribution}, but what is installed under that name comes from {found} ({group}: {part}).</source>
        <translation>{name} necesita el complemento {distribution}, pero lo que está instalado con ese nombre viene de {found} ({group}: {part}).</translation>
    </message>
    <message>
        <source>Remove {found} and install {distribution}, then open the model again.</source>
        <translation>Quite {found}, instale {distribution} y vuelva a abrir el modelo.</translation>
    </message>
    <message>
        <source>{name} needs the plug-in {distribution} {version}, which does not work ({group}: {part}; {detail}).</source>
        <translation>{name} necesita el complemento {distribution} {version}, que no funciona ({group}: {part}; {detail}).</translation>
    </message>
    <message>
        <source>Update the plug-in, then open the model again.</source>
        <translation>Actualice el complemento y vuelva a abrir el modelo.</translation>
    </message>
    <message>
        <source>The plug-in {distribution} {version} does not work and is left out ({group}: {part}; {detail}).</source>
        <translation>El complemento {distribution} {version} no funciona y se omite ({group}: {part}; {detail}).</translation>
    </message>
    <message>
        <source>Update it, or remove it.</source>
        <translation>Actualícelo o quítelo.</translation>
    </message>
    <message>
        <source>The plug-in {distribution} {version} failed and is left out ({part}; {detail}).</source>
        <translation>El complemento {distribution} {version} falló y se omite ({part}; {detail}).</translation>
    </message>
    <message>
        <source>Update it, or choose a model that does not need it.</source>
        <translation>Actualícelo o elija un modelo que no lo necesite.</translation>
    </message>
    <message>
        <source>The plug-in {distribution} is left out: its name is taken ({group}: {part}).</source>
        <translation>El complemento {distribution} se omite: su nombre ya está ocupado ({group}: {part}).</translation>
    </message>
    <message>
        <source>Remove it, or whatever else has that name.</source>
        <translation>Quítelo, o quite lo otro que se llama así.</translation>
    </message>
    <message>
        <source>These plug-ins do not work and are left out: {known}.</source>
        <translation>Estos complementos no funcionan y se omiten: {known}.</translation>
    </message>
    <message>
        <source>Help, Diagnostics says why.</source>
        <translation>Ayuda, Diagnóstico dice por qué.</translation>
    </message>
    <message>
        <source>The method {method} of the plug-in {distribution} {version} failed and is left out of the model: {detail}.</source>
        <translation>El método {method} del complemento {distribution} {version} falló y queda fuera del modelo: {detail}.</translation>
    </message>
    <message>
        <source>Update the plug-in, or train without it.</source>
        <translation>Actualice el complemento o entrene sin él.</translation>
    </message>
    <message>
        <source>{name} sends nothing any more.</source>
        <translation>{name} ya no envía nada.</translation>
    </message>
    <message>
        <source>Check that it is on and connected.</source>
        <translation>Compruebe que esté encendido y conectado.</translation>
    </message>
    <message>
        <source>{name} sends something else than {wanted} finite numbers at a time.</source>
        <translation>{name} envía algo distinto de {wanted} números finitos cada vez.</translation>
    </message>
    <message>
        <source>Choose another source, or check what it sends.</source>
        <translation>Elija otra fuente o compruebe lo que envía.</translation>
    </message>
    <message>
        <source>Every line must hold {wanted} finite numbers with commas between.</source>
        <translation>Cada línea debe tener {wanted} números finitos separados por comas.</translation>
    </message>
    <message>
        <source>Mend the file.</source>
        <translation>Corrija el archivo.</translation>
    </message>
    <message>
        <source>It has more than {most:,} lines.</source>
        <translation>Tiene más de {most:,} líneas.</translation>
    </message>
    <message>
        <source>Cut it into pieces.</source>
        <translation>Divídalo en partes.</translation>
    </message>
    <message>
        <source>It holds no numbers.</source>
        <translation>No contiene números.</translation>
    </message>
    <message>
        <source>Replace it by one that does.</source>
        <translation>Sustitúyalo por uno que los tenga.</translation>
    </message>
    <message>
        <source>The plug-in of “{title}” does not read it: {detail}.</source>
        <translation>El complemento de «{title}» no lo lee: {detail}.</translation>
    </message>
    <message>
        <source>Check the file, or update the plug-in.</source>
        <translation>Compruebe el archivo o actualice el complemento.</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>No se puede leer ({reason}).</translation>
    </message>
    <message>
        <source>This system cannot show the folder {path}.</source>
        <translation>Este sistema no puede mostrar la carpeta {path}.</translation>
    </message>
    <message>
        <source>Open it in your file manager.</source>
        <translation>Ábrala en su gestor de archivos.</translation>
    </message>
    <message>
        <source>The list is on the clipboard.</source>
        <translation>La lista está en el portapapeles.</translation>
    </message>
    <message>
        <source>{count} things were dropped at once.</source>
        <translation>Se han soltado {count} cosas a la vez.</translation>
    </message>
    <message>
        <source>Drop one file or one folder.</source>
        <translation>Suelte un solo archivo o una sola carpeta.</translation>
    </message>
    <message>
        <source>{path} is no model, no recording, no teaching project and no data folder.</source>
        <translation>{path} no es ni un modelo, ni una grabación, ni un proyecto de enseñanza, ni una carpeta de datos.</translation>
    </message>
    <message>
        <source>A data folder has a folder of pictures or sounds for each class, or samples.csv.</source>
        <translation>Una carpeta de datos tiene una carpeta de imágenes o sonidos por clase, o samples.csv.</translation>
    </message>
    <message>
        <source>{path} is of a kind that cannot be opened here.</source>
        <translation>{path} es de un tipo que no se puede abrir aquí.</translation>
    </message>
    <message>
        <source>Drop a picture, a sound, a text, a video, a model (.mmdesk), a recording or a data folder.</source>
        <translation>Suelte una imagen, un sonido, un texto, un vídeo, un modelo (.mmdesk), una grabación o una carpeta de datos.</translation>
    </message>
    <message>
        <source>{path} has no text in it.</source>
        <translation>{path} no contiene texto.</translation>
    </message>
    <message>
        <source>Drop another file.</source>
        <translation>Suelte otro archivo.</translation>
    </message>
    <message>
        <source>The text in {path} is longer than {most} characters.</source>
        <translation>El texto de {path} tiene más de {most} caracteres.</translation>
    </message>
    <message>
        <source>Drop a shorter one.</source>
        <translation>Suelte uno más corto.</translation>
    </message>
    <message>
        <source>The model that runs has no input for {name} ({kind}).</source>
        <translation>El modelo en uso no tiene entrada para {name} ({kind}).</translation>
    </message>
    <message>
        <source>Open another model first.</source>
        <translation>Abra antes otro modelo.</translation>
    </message>
    <message>
        <source>{name} can no longer be held, because of an internal error.</source>
        <translation>{name} ya no se puede mantener por un error interno.</translation>
    </message>
    <message>
        <source>Drop it again, or choose another source.</source>
        <translation>Suéltelo otra vez o elija otra fuente.</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>El diagnóstico está en el portapapeles.</translation>
    </message>
    <message>
        <source>Paste them into a message, and say what you did, what you expected and what happened. They hold no picture, sound or text.</source>
        <translation>Péguelo en un mensaje y diga qué hizo, qué esperaba y qué ocurrió. No contiene imágenes, sonido ni texto.</translation>
    </message>
    <message>
        <source>No camera and no microphone was found.</source>
        <translation>No se ha encontrado ninguna cámara ni ningún micrófono.</translation>
    </message>
    <message>
        <source>Plug one in, then choose it at the top of its panel.</source>
        <translation>Conecte uno y luego elíjalo arriba en su panel.</translation>
    </message>
    <message>
        <source>Unknown device “{name}”.</source>
        <translation>Dispositivo desconocido «{name}».</translation>
    </message>
    <message>
        <source>Choose one of these: {known}.</source>
        <translation>Elija uno de estos: {known}.</translation>
    </message>
    <message>
        <source>The device cuda is not available: this build of torch has no CUDA.</source>
        <translation>El dispositivo cuda no está disponible: esta compilación de torch no tiene CUDA.</translation>
    </message>
    <message>
        <source>Use --device auto or cpu.</source>
        <translation>Use --device auto o cpu.</translation>
    </message>
    <message>
        <source>The device cuda is not available: no usable NVIDIA GPU was found.</source>
        <translation>El dispositivo cuda no está disponible: no se encontró ninguna GPU NVIDIA utilizable.</translation>
    </message>
    <message>
        <source>The device mps is not available: it needs macOS on Apple silicon.</source>
        <translation>El dispositivo mps no está disponible: necesita macOS en un chip de Apple.</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>no existe ese archivo.</translation>
    </message>
    <message>
        <source>this is a folder, not a file.</source>
        <translation>es una carpeta, no un archivo.</translation>
    </message>
    <message>
        <source>this is a device or a pipe, not a file.</source>
        <translation>es un dispositivo o una tubería, no un archivo.</translation>
    </message>
    <message>
        <source>the file cannot be read ({reason}).</source>
        <translation>no se puede leer el archivo ({reason}).</translation>
    </message>
    <message>
        <source>this file is empty.</source>
        <translation>este archivo está vacío.</translation>
    </message>
    <message>
        <source>Export it again, or leave its cell blank.</source>
        <translation>Expórtelo de nuevo o deje su celda en blanco.</translation>
    </message>
    <message>
        <source>this is not a picture that can be read.</source>
        <translation>no es una imagen legible.</translation>
    </message>
    <message>
        <source>Save it as PNG or JPEG.</source>
        <translation>Guárdelo como PNG o JPEG.</translation>
    </message>
    <message>
        <source>pictures in {kind} format are not supported.</source>
        <translation>no se leen imágenes en formato {kind}.</translation>
    </message>
    <message>
        <source>this picture is damaged or cut off.</source>
        <translation>esta imagen está dañada o cortada.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>this picture contains values that are not numbers.</source>
        <translation>esta imagen contiene valores que no son números.</translation>
    </message>
    <message>
        <source>{width_px:,} × {height_px:,} pixels are too many.</source>
        <translation>{width_px:,} × {height_px:,} píxeles son demasiados.</translation>
    </message>
    <message>
        <source>Make the picture smaller.</source>
        <translation>Reduzca la imagen.</translation>
    </message>
    <message>
        <source>it has too many pixels.</source>
        <translation>tiene demasiados píxeles.</translation>
    </message>
    <message>
        <source>this is not a sound that can be read.</source>
        <translation>no es un sonido legible.</translation>
    </message>
    <message>
        <source>Save it as WAV or FLAC.</source>
        <translation>Guárdelo como WAV o FLAC.</translation>
    </message>
    <message>
        <source>sounds in {kind} format are not supported.</source>
        <translation>no se leen sonidos en formato {kind}.</translation>
    </message>
    <message>
        <source>this sound is damaged or cut off.</source>
        <translation>este sonido está dañado o cortado.</translation>
    </message>
    <message>
        <source>this sound contains values that are not numbers.</source>
        <translation>este sonido contiene valores que no son números.</translation>
    </message>
    <message>
        <source>this sound is empty.</source>
        <translation>este sonido está vacío.</translation>
    </message>
    <message>
        <source>Record it again, or leave its cell blank.</source>
        <translation>Grábelo de nuevo o deje su celda en blanco.</translation>
    </message>
    <message>
        <source>this sound lasts longer than {most_min:.0f} minutes.</source>
        <translation>este sonido dura más de {most_min:.0f} minutos.</translation>
    </message>
    <message>
        <source>Cut out the part that matters.</source>
        <translation>Recorte la parte que importa.</translation>
    </message>
    <message>
        <source>is silent throughout.</source>
        <translation>está en silencio de principio a fin.</translation>
    </message>
    <message>
        <source>videos are not supported.</source>
        <translation>no se leen vídeos.</translation>
    </message>
    <message>
        <source>Save one of its pictures as PNG or JPEG, or its sound as WAV or FLAC.</source>
        <translation>Guarde una de sus imágenes como PNG o JPEG, o su sonido como WAV o FLAC.</translation>
    </message>
    <message>
        <source>is written in UTF-32.</source>
        <translation>está escrito en UTF-32.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Guárdelo como UTF-8.</translation>
    </message>
    <message>
        <source>is written in UTF-16.</source>
        <translation>está escrito en UTF-16.</translation>
    </message>
    <message>
        <source>is a spreadsheet, not a CSV table.</source>
        <translation>es una hoja de cálculo, no una tabla CSV.</translation>
    </message>
    <message>
        <source>Save it as CSV, in UTF-8.</source>
        <translation>Guárdela como CSV en UTF-8.</translation>
    </message>
    <message>
        <source>cannot be read: {reason}.</source>
        <translation>no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>is empty; it must begin with a header such as {heading}.</source>
        <translation>está vacío; debe empezar con un encabezado como {heading}.</translation>
    </message>
    <message>
        <source>has a header but no rows.</source>
        <translation>tiene un encabezado sin filas debajo.</translation>
    </message>
    <message>
        <source>does not separate its cells with commas.</source>
        <translation>separa sus celdas con algo que no son comas.</translation>
    </message>
    <message>
        <source>Save it with commas.</source>
        <translation>Guárdelo con comas.</translation>
    </message>
    <message>
        <source>is not valid CSV here: {detail}; the rows after it were not read.</source>
        <translation>aquí no es CSV válido: {detail}; no se leyeron las filas siguientes.</translation>
    </message>
    <message>
        <source>is not valid CSV here: a cell has more than {most:,} characters; the rows after it were not read.</source>
        <translation>aquí no es CSV válido: una celda tiene más de {most:,} caracteres; no se leyeron las filas siguientes.</translation>
    </message>
    <message>
        <source>is not valid CSV: a quote that opens here is never closed; the rows after it were not read.</source>
        <translation>no es CSV válido: unas comillas que se abren aquí no se cierran nunca; no se leyeron las filas siguientes.</translation>
    </message>
    <message>
        <source>is not valid CSV: a quote that opens here is not closed before a comma (line {end}); the rows after it were not read.</source>
        <translation>no es CSV válido: unas comillas que se abren aquí no se cierran antes de una coma (línea {end}); no se leyeron las filas siguientes.</translation>
    </message>
    <message>
        <source>is not valid CSV: a quote that opens here is not closed within {most:,} characters; the rows after it were not read.</source>
        <translation>no es CSV válido: unas comillas que se abren aquí no se cierran en {most:,} caracteres; no se leyeron las filas siguientes.</translation>
    </message>
    <message>
        <source>has none of the columns {known}; the first line must name them.</source>
        <translation>no está ninguna de las columnas {known}; la primera línea debe nombrarlas.</translation>
    </message>
    <message>
        <source>has no name for column {number}; known columns: {known}.</source>
        <translation>tiene una columna sin nombre, la número {number}; se conocen {known}.</translation>
    </message>
    <message>
        <source>has the column “{column}” twice.</source>
        <translation>tiene la columna «{column}» dos veces.</translation>
    </message>
    <message>
        <source>has an unknown column “{column}”; known columns: {known}.</source>
        <translation>tiene una columna desconocida «{column}»; se conocen {known}.</translation>
    </message>
    <message>
        <source>has a column “{column}” of an unknown kind of input, “{kind}”.</source>
        <translation>tiene una columna «{column}» de un tipo de entrada desconocido, «{kind}».</translation>
    </message>
    <message>
        <source>Put one of these before the colon: {known}.</source>
        <translation>Ponga uno de estos antes de los dos puntos: {known}.</translation>
    </message>
    <message>
        <source>has a column “{column}”, but the part after its colon is not a name.</source>
        <translation>tiene una columna «{column}» y lo que sigue a los dos puntos no es un nombre.</translation>
    </message>
    <message>
        <source>Use 1 to 40 letters, digits, spaces, “-” and “_”, as in “image:front”.</source>
        <translation>Use de 1 a 40 letras, cifras, espacios, «-» y «_», como en «image:front».</translation>
    </message>
    <message>
        <source>has two inputs called “{name}”, in the columns “{other}” and “{column}”.</source>
        <translation>tiene dos entradas llamadas «{name}», en las columnas «{other}» y «{column}».</translation>
    </message>
    <message>
        <source>Give one of them another name after the colon, as in “image:side”.</source>
        <translation>Dé a una de ellas otro nombre tras los dos puntos, como en «image:side».</translation>
    </message>
    <message>
        <source>has {count} inputs; a model takes at most {most}.</source>
        <translation>tiene {count} entradas; un modelo admite {most} como máximo.</translation>
    </message>
    <message>
        <source>Leave out some of these columns.</source>
        <translation>Quite algunas de estas columnas.</translation>
    </message>
    <message>
        <source>lacks the column “{column}”; known columns: {known}.</source>
        <translation>falta la columna «{column}»; se conocen {known}.</translation>
    </message>
    <message>
        <source>is ignored; it must be called {name}.</source>
        <translation>no se lee; debe llamarse {name}.</translation>
    </message>
    <message>
        <source>is ignored here; put its rows into {name} beside the splits, with paths from there.</source>
        <translation>aquí no se lee; ponga sus filas en {name} junto a las particiones, con rutas desde allí.</translation>
    </message>
    <message>
        <source>is ignored beside {name}.</source>
        <translation>no se lee junto a {name}.</translation>
    </message>
    <message>
        <source>contains a zero byte.</source>
        <translation>contiene un byte cero.</translation>
    </message>
    <message>
        <source>Delete it.</source>
        <translation>Bórrelo.</translation>
    </message>
    <message>
        <source>is not UTF-8 (byte {byte} at position {position}).</source>
        <translation>no es UTF-8 (byte {byte} en la posición {position}).</translation>
    </message>
    <message>
        <source>has {found} cells, but the header has {wanted}.</source>
        <translation>celdas en esta fila: {found}; en el encabezado: {wanted}.</translation>
    </message>
    <message>
        <source>has no input: all cells but those of label and split are blank.</source>
        <translation>no tiene ninguna entrada: todas las celdas salvo label y split están en blanco.</translation>
    </message>
    <message>
        <source>--from {begin:g} --to {end:g} is no stretch.</source>
        <translation>--from {begin:g} --to {end:g} no es un tramo.</translation>
    </message>
    <message>
        <source>Give the seconds at which it begins and ends, the smaller one first.</source>
        <translation>Indique los segundos en que empieza y termina, primero el menor.</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>No hay nada que escribir.</translation>
    </message>
    <message>
        <source>Give --out DIR for a report, --video FILE for a video, or both.</source>
        <translation>Indique --out DIR para un informe, --video FILE para un vídeo, o ambos.</translation>
    </message>
    <message>
        <source>{path} is no name of a video.</source>
        <translation>{path} no es un nombre de vídeo.</translation>
    </message>
    <message>
        <source>Give one that ends in .webm.</source>
        <translation>Indique uno que termine en .webm.</translation>
    </message>
    <message>
        <source>--parquet is of no use without --out.</source>
        <translation>--parquet no sirve de nada sin --out.</translation>
    </message>
    <message>
        <source>Give --out DIR as well.</source>
        <translation>Indique también --out DIR.</translation>
    </message>
    <message>
        <source>--weights {word} gives no shares of this model&apos;s inputs.</source>
        <translation>--weights {word} no da proporciones de las entradas de este modelo.</translation>
    </message>
    <message>
        <source>Give NAME=SHARE with commas between; there are these inputs: {known}.</source>
        <translation>Indique NOMBRE=PROPORCIÓN, separados por comas; hay estas entradas: {known}.</translation>
    </message>
    <message>
        <source>--perturb {word} names nothing that can be done to an input of this model.</source>
        <translation>--perturb {word} no nombra nada que se pueda hacer a una entrada de este modelo.</translation>
    </message>
    <message>
        <source>There are these: {known}.</source>
        <translation>Hay estas: {known}.</translation>
    </message>
    <message>
        <source>--perturb {word} is out of range.</source>
        <translation>--perturb {word} está fuera de rango.</translation>
    </message>
    <message>
        <source>Give a strength from {least:g} to {most:g}.</source>
        <translation>Indique una intensidad de {least:g} a {most:g}.</translation>
    </message>
    <message>
        <source>--perturb {word} does the same to an input a second time.</source>
        <translation>--perturb {word} hace lo mismo a una entrada por segunda vez.</translation>
    </message>
    <message>
        <source>Give each only once.</source>
        <translation>Indique cada una solo una vez.</translation>
    </message>
    <message>
        <source>--mute {word} names no input of this model.</source>
        <translation>--mute {word} no nombra ninguna entrada de este modelo.</translation>
    </message>
    <message>
        <source>{path} cannot be written: the package pyarrow is not installed.</source>
        <translation>No se puede escribir {path}: el paquete pyarrow no está instalado.</translation>
    </message>
    <message>
        <source>Choose CSV, or mmdesk from pip, not from an installer: pip install &apos;mmdesk[parquet]&apos; (in a checkout: pip install -e &apos;.[parquet]&apos;).</source>
        <translation>Elija CSV, o mmdesk de pip, no de un instalador: pip install &apos;mmdesk[parquet]&apos; (en una copia de trabajo: pip install -e &apos;.[parquet]&apos;).</translation>
    </message>
    <message>
        <source>The video {path} cannot be begun: its encoder is missing.</source>
        <translation>No se puede empezar el vídeo {path}: falta su codificador.</translation>
    </message>
    <message>
        <source>Install mmdesk&apos;s own opencv-python.</source>
        <translation>Instale el opencv-python propio de mmdesk.</translation>
    </message>
    <message>
        <source>There is no answer in this stretch of the recording.</source>
        <translation>En este tramo de la grabación no hay ninguna respuesta.</translation>
    </message>
    <message>
        <source>Choose a longer one.</source>
        <translation>Elija uno más largo.</translation>
    </message>
    <message>
        <source>Close other programs that need memory, and try again.</source>
        <translation>Cierre otros programas que necesiten memoria e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The sound of the video {path} cannot be written: {detail}.</source>
        <translation>No se puede escribir el sonido del vídeo {path}: {detail}.</translation>
    </message>
    <message>
        <source>Free some space on that disk.</source>
        <translation>Libere espacio en ese disco.</translation>
    </message>
    <message>
        <source>The video {path} cannot be put together: {detail}.</source>
        <translation>No se puede montar el vídeo {path}: {detail}.</translation>
    </message>
    <message>
        <source>Give seconds above 0, at most {most:g}.</source>
        <translation>Indique segundos mayores que 0, como máximo {most:g}.</translation>
    </message>
    <message>
        <source>{option}: the model has several inputs of this kind: {known}.</source>
        <translation>{option}: el modelo tiene varias entradas de este tipo: {known}.</translation>
    </message>
    <message>
        <source>Say which one is given: {option} NAME=…, with one of these names.</source>
        <translation>Indique cuál se da: {option} NAME=…, con uno de estos nombres.</translation>
    </message>
    <message>
        <source>No input is left to train on.</source>
        <translation>No queda ninguna entrada con la que entrenar.</translation>
    </message>
    <message>
        <source>--encoder {word}: there is no such input.</source>
        <translation>--encoder {word}: no existe esa entrada.</translation>
    </message>
    <message>
        <source>has no label.</source>
        <translation>no tiene clase (label).</translation>
    </message>
    <message>
        <source>the class “{label}” of the unknown samples is one that the model knows: “{known}”.</source>
        <translation>la clase «{label}» de los ejemplos desconocidos es una que el modelo conoce: «{known}».</translation>
    </message>
    <message>
        <source>Take its samples out, or rename it if it is something else.</source>
        <translation>Saque sus ejemplos, o cámbiele el nombre si es otra cosa.</translation>
    </message>
    <message>
        <source>{name} is being read.</source>
        <translation>Se está leyendo {name}.</translation>
    </message>
    <message>
        <source>names the split “{split}”; known splits: {known}.</source>
        <translation>nombra la partición «{split}»; se conocen {known}.</translation>
    </message>
    <message>
        <source>has no split, but other rows do.</source>
        <translation>no tiene partición (split), pero otras filas sí.</translation>
    </message>
    <message>
        <source>has spaces around the label “{label}”; they are removed. Rows like this: {count}.</source>
        <translation>hay espacios alrededor de la clase «{label}»; se omiten. Filas así en total: {count}.</translation>
    </message>
    <message>
        <source>repeats line {first}; it is left out.</source>
        <translation>repite la línea {first}; se omite.</translation>
    </message>
    <message>
        <source>puts the inputs of line {first} into another split as well.</source>
        <translation>pone la línea {first} también en otra partición.</translation>
    </message>
    <message>
        <source>gives the inputs of line {first} the label “{label}” instead of “{other}”.</source>
        <translation>da a las entradas de la línea {first} la clase «{label}» en vez de «{other}».</translation>
    </message>
    <message>
        <source>names no file.</source>
        <translation>no nombra ningún archivo.</translation>
    </message>
    <message>
        <source>names the file of line {first} again, with different content.</source>
        <translation>vuelve a nombrar el archivo de la línea {first}, con otra cosa.</translation>
    </message>
    <message>
        <source>names “{file}”, which is in no class folder.</source>
        <translation>nombra «{file}», que no está en ninguna carpeta de clase.</translation>
    </message>
    <message>
        <source>{column}: “{cell}” leads outside the folder; paths are relative to it.</source>
        <translation>{column}: «{cell}» sale de la carpeta; las rutas son relativas a ella.</translation>
    </message>
    <message>
        <source>{column}: there is no file “{cell}”.</source>
        <translation>{column}: no existe el archivo «{cell}».</translation>
    </message>
    <message>
        <source>{column}: “{cell}” is an empty file.</source>
        <translation>{column}: «{cell}» es un archivo vacío.</translation>
    </message>
    <message>
        <source>{column}: “{cell}” does not have the extension of a picture file.</source>
        <translation>{column}: «{cell}» no es una imagen por la extensión de su nombre.</translation>
    </message>
    <message>
        <source>{column}: “{cell}” does not have the extension of a sound file.</source>
        <translation>{column}: «{cell}» no es un sonido por la extensión de su nombre.</translation>
    </message>
    <message>
        <source>{column}: “{cell}” does not have one of these extensions: {known}.</source>
        <translation>{column}: «{cell}» no tiene ninguna de estas terminaciones: {known}.</translation>
    </message>
    <message>
        <source>{column}: “{cell}”: files in {kind} format are not supported.</source>
        <translation>{column}: «{cell}»: no se leen archivos en formato {kind}.</translation>
    </message>
    <message>
        <source>Save pictures as PNG or JPEG, sounds as WAV or FLAC.</source>
        <translation>Guarde las imágenes como PNG o JPEG y los sonidos como WAV o FLAC.</translation>
    </message>
    <message>
        <source>counts as the class “{label}”: spaces or control characters are removed.</source>
        <translation>se toma por la clase «{label}»: se omiten espacios o caracteres de control.</translation>
    </message>
    <message>
        <source>is the same class as “{other}”: they differ only in spaces or in how letters are composed.</source>
        <translation>es la misma clase que «{other}», salvo espacios o la composición de las letras.</translation>
    </message>
    <message>
        <source>is a class folder without pictures or sounds; it is left out.</source>
        <translation>es una carpeta de clase sin imágenes ni sonidos; se omite.</translation>
    </message>
    <message>
        <source>contains {count} × {suffix}, neither pictures nor sounds; they are left out.</source>
        <translation>contiene {count} × {suffix}, ni imagen ni sonido; se omite.</translation>
    </message>
    <message>
        <source>contains {count} × {suffix}, left out: files in {kind} format are not supported.</source>
        <translation>contiene {count} × {suffix}, se omiten: no se leen archivos en formato {kind}.</translation>
    </message>
    <message>
        <source>contains folders with pictures or sounds ({names}), which count as “{label}” too.</source>
        <translation>contiene carpetas con imágenes o sonidos ({names}), que también cuentan como «{label}».</translation>
    </message>
    <message>
        <source>contains folders with pictures or sounds ({names}), which count as “{label}” too; if these are the classes, choose the folder “{label}” itself.</source>
        <translation>contiene carpetas con imágenes o sonidos ({names}), que también cuentan como «{label}»; si esas son las clases, indique la propia carpeta «{label}».</translation>
    </message>
    <message>
        <source>contains folders with pictures or sounds ({names}), which count as “{label}” too; splits go around the class folders.</source>
        <translation>contiene carpetas con imágenes o sonidos ({names}), que también cuentan como «{label}»; las particiones van por fuera de las carpetas de clase.</translation>
    </message>
    <message>
        <source>cannot be read ({reason}); it is left out.</source>
        <translation>no se puede leer ({reason}); se omite.</translation>
    </message>
    <message>
        <source>is the same folder as “{first}”; it is left out.</source>
        <translation>es otra vez la carpeta «{first}»; se omite.</translation>
    </message>
    <message>
        <source>contains files beside the class folders (pictures: {pictures:,}, sounds: {sounds:,}): {names}; they are left out.</source>
        <translation>contiene archivos junto a las carpetas de clase (imágenes: {pictures:,}, sonidos: {sounds:,}): {names}; se omiten.</translation>
    </message>
    <message>
        <source>contains {names} beside the class folders; they are left out.</source>
        <translation>contiene {names} junto a las carpetas de clase; se omite.</translation>
    </message>
    <message>
        <source>used as splits: {names}; the folders in them are the classes.</source>
        <translation>se toman por particiones: {names}; las clases son las carpetas que contienen.</translation>
    </message>
    <message>
        <source>is beside the splits and contains no class folders; it is left out.</source>
        <translation>está junto a las particiones y no contiene carpetas de clase; se omite.</translation>
    </message>
    <message>
        <source>contains split folders ({names}) beside {others}; put every class into the splits, or rename the folders that are not splits.</source>
        <translation>contiene carpetas como particiones, con carpetas dentro ({names}), junto a {others}; ponga cada clase en las particiones o cambie el nombre de lo que no lo sea.</translation>
    </message>
    <message>
        <source>named like splits, but without class folders: {names}; put class folders into them, or rename them if they are classes.</source>
        <translation>se llaman como particiones, pero sin carpetas de clase: {names}; ponga dentro carpetas de clase o dé otros nombres a las clases.</translation>
    </message>
    <message>
        <source>used as classes, although named like splits: {names}.</source>
        <translation>se toman por clases, aunque se llaman como particiones: {names}.</translation>
    </message>
    <message>
        <source>has the same name as {other}, apart from the extension; it is left out.</source>
        <translation>se llama igual que {other} salvo la extensión; se omite.</translation>
    </message>
    <message>
        <source>is a broken link.</source>
        <translation>es un enlace que no lleva a ninguna parte.</translation>
    </message>
    <message>
        <source>is not a file.</source>
        <translation>no es un archivo.</translation>
    </message>
    <message>
        <source>is an empty file.</source>
        <translation>es un archivo vacío.</translation>
    </message>
    <message>
        <source>cannot be read: permission denied.</source>
        <translation>no se puede leer.</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>Cambie sus permisos.</translation>
    </message>
    <message>
        <source>there is no such folder.</source>
        <translation>no existe esa carpeta.</translation>
    </message>
    <message>
        <source>has no samples; it needs class folders with pictures, or samples.csv with rows.</source>
        <translation>no contiene muestras; necesita carpetas de clase con imágenes o samples.csv con filas.</translation>
    </message>
    <message>
        <source>has {found:,} classes, but a model can have at most {most:,}.</source>
        <translation>contiene {found:,} clases y un modelo distingue como máximo {most:,}.</translation>
    </message>
    <message>
        <source>has {found:,} samples, but a model can learn from at most {most:,}.</source>
        <translation>contiene {found:,} muestras y un modelo aprende como máximo {most:,}.</translation>
    </message>
    <message>
        <source>has only one class, “{label}”; there must be at least two.</source>
        <translation>contiene solo la clase «{label}»; debe haber al menos dos.</translation>
    </message>
    <message>
        <source>has one sample per class: nothing would be left to measure with.</source>
        <translation>tiene una muestra por clase: no quedaría nada con que medir.</translation>
    </message>
    <message>
        <source>has too few samples to train and to validate; each class needs at least three.</source>
        <translation>tiene muy pocas muestras para entrenar y validar; una clase necesita al menos tres.</translation>
    </message>
    <message>
        <source>has no samples in the split train.</source>
        <translation>no pone nada en la partición train.</translation>
    </message>
    <message>
        <source>has the class “{label}” in other splits but not in train.</source>
        <translation>tiene la clase «{label}» en otras particiones, pero no en train.</translation>
    </message>
    <message>
        <source>“{file}” is in {split}, and in {other}.</source>
        <translation>«{file}» está en {split} y en {other}.</translation>
    </message>
    <message>
        <source>“{file}” is in {split}, and in {other} at line {first}.</source>
        <translation>«{file}» está en {split} y, en la línea {first}, en {other}.</translation>
    </message>
    <message>
        <source>the label “{label}” is not text.</source>
        <translation>la clase «{label}» no es un texto.</translation>
    </message>
    <message>
        <source>the label “{label}” has {found:,} characters; at most {most:,} are possible.</source>
        <translation>la clase «{label}» tiene {found:,} caracteres y se pueden guardar como máximo {most:,}.</translation>
    </message>
    <message>
        <source>the label “{label}” cannot be written as UTF-8; rename it.</source>
        <translation>la clase «{label}» no se puede escribir en UTF-8; cámbiele el nombre.</translation>
    </message>
    <message>
        <source>the label “{label}” contains the invisible {letter} at position {position}.</source>
        <translation>la clase «{label}» contiene el carácter invisible {letter} en la posición {position}.</translation>
    </message>
    <message>
        <source>the label “{label}” has {letter} at position {position}, which looks like a Latin letter.</source>
        <translation>la clase «{label}» tiene en la posición {position} {letter}, que parece una letra latina.</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” differ only in case.</source>
        <translation>«{label}» y «{other}» solo se distinguen por mayúsculas y minúsculas.</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” (line {first}) differ only in case.</source>
        <translation>«{label}» y «{other}» (línea {first}) solo se distinguen por mayúsculas y minúsculas.</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” differ only in invisible characters.</source>
        <translation>«{label}» y «{other}» solo se distinguen por letras invisibles.</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” (line {first}) differ only in invisible characters.</source>
        <translation>«{label}» y «{other}» (línea {first}) solo se distinguen por letras invisibles.</translation>
    </message>
    <message>
        <source>the labels “{label}” ({letters}) and “{other}” look the same.</source>
        <translation>las clases «{label}» ({letters}) y «{other}» se ven iguales.</translation>
    </message>
    <message>
        <source>the labels “{label}” ({letters}) and “{other}” (line {first}) look the same.</source>
        <translation>las clases «{label}» ({letters}) y «{other}» (línea {first}) se ven iguales.</translation>
    </message>
    <message>
        <source>no sample is left for the split {split}.</source>
        <translation>no queda ninguna muestra para la partición {split}.</translation>
    </message>
    <message>
        <source>the class “{label}” has no sample in the split {split}.</source>
        <translation>la clase «{label}» no tiene ninguna muestra en la partición {split}.</translation>
    </message>
    <message>
        <source>{count:,} classes have no sample in the split {split}: {names}.</source>
        <translation>{count:,} clases no tienen ninguna muestra en la partición {split}: {names}.</translation>
    </message>
    <message>
        <source>the model has no class “{label}” ({model} knows {known}).</source>
        <translation>la clase «{label}» no es del modelo ({model} conoce {known}).</translation>
    </message>
    <message>
        <source>the column “{column}” is not an input of {model} ({known}).</source>
        <translation>la columna «{column}» no es ninguna de las entradas de {model} ({known}).</translation>
    </message>
    <message>
        <source>Call it as the model calls its input, or leave it out.</source>
        <translation>Llámela como el modelo llama a su entrada, o quítela.</translation>
    </message>
    <message>
        <source>it has none of the model’s inputs ({known}).</source>
        <translation>no tiene ninguna de las entradas del modelo ({known}).</translation>
    </message>
    <message>
        <source>Name a column as the model names an input, or choose another model.</source>
        <translation>Llame a una columna como el modelo llama a una entrada, o elija otro modelo.</translation>
    </message>
    <message>
        <source>{path}: problems found: {count:,}.</source>
        <translation>{path}: problemas encontrados: {count:,}.</translation>
    </message>
    <message>
        <source>See them in the Train window, or run: mmdesk dataset check {path}</source>
        <translation>La ventana de entrenamiento los enumera al elegir la carpeta; también: mmdesk dataset check {path}</translation>
    </message>
    <message>
        <source>--seeds {value} is out of range.</source>
        <translation>--seeds {value} está fuera de rango.</translation>
    </message>
    <message>
        <source>Give 1 to 100.</source>
        <translation>Indique de 1 a 100.</translation>
    </message>
    <message>
        <source>--jobs {value} is out of range.</source>
        <translation>--jobs {value} está fuera de rango.</translation>
    </message>
    <message>
        <source>Give 1 or more.</source>
        <translation>Indique 1 o más.</translation>
    </message>
    <message>
        <source>--scheduler {value} is not an address.</source>
        <translation>--scheduler {value} no es una dirección.</translation>
    </message>
    <message>
        <source>Give tcp://HOST:PORT.</source>
        <translation>Indique tcp://HOST:PORT.</translation>
    </message>
    <message>
        <source>--test-share {value:g} is out of range.</source>
        <translation>--test-share {value:g} está fuera de rango.</translation>
    </message>
    <message>
        <source>Give 0.05 to 0.5.</source>
        <translation>Indique de 0.05 a 0.5.</translation>
    </message>
    <message>
        <source>--rate {value} is out of range.</source>
        <translation>--rate {value} está fuera de rango.</translation>
    </message>
    <message>
        <source>Give 1 to 60.</source>
        <translation>Indique de 1 a 60.</translation>
    </message>
    <message>
        <source>{path} was not written: its process ended.</source>
        <translation>No se escribió {path}: su proceso terminó.</translation>
    </message>
    <message>
        <source>--seconds {value:g} is out of range.</source>
        <translation>--seconds {value:g} está fuera de rango.</translation>
    </message>
    <message>
        <source>Give 1 to 3600.</source>
        <translation>Indique de 1 a 3600.</translation>
    </message>
    <message>
        <source>--seconds must be 1 to 3600, and --ticks 5 to 10000.</source>
        <translation>--seconds debe estar entre 1 y 3600 y --ticks entre 5 y 10000.</translation>
    </message>
    <message>
        <source>--samples must be 1 to 24, and --seed at least 0.</source>
        <translation>--samples debe estar entre 1 y 24 y --seed ser al menos 0.</translation>
    </message>
    <message>
        <source>--out {path} must end in .png or .jpg.</source>
        <translation>--out {path} debe terminar en .png o .jpg.</translation>
    </message>
    <message>
        <source>--out {path} would become a sample of {folder}.</source>
        <translation>--out {path} pasaría a ser una muestra de {folder}.</translation>
    </message>
    <message>
        <source>Choose a place outside the class folders.</source>
        <translation>Elija un lugar fuera de las carpetas de clase.</translation>
    </message>
    <message>
        <source>--encoders-of {path}: it has only {known}.</source>
        <translation>--encoders-of {path}: solo tiene {known}.</translation>
    </message>
    <message>
        <source>Use another model.</source>
        <translation>Use otro modelo.</translation>
    </message>
    <message>
        <source>--split-seed {seed} leaves too few seeds for {count} splits.</source>
        <translation>--split-seed {seed} no deja semillas para tantas particiones ({count}).</translation>
    </message>
    <message>
        <source>Give at most {most}.</source>
        <translation>Indique como máximo {most}.</translation>
    </message>
    <message>
        <source>{detail}.</source>
        <translation>{detail}.</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Consulte --help.</translation>
    </message>
    <message>
        <source>Add --joint.</source>
        <translation>Añada --joint.</translation>
    </message>
    <message>
        <source>The comparison gave no result.</source>
        <translation>La comparación no dio ningún resultado.</translation>
    </message>
    <message>
        <source>One of {jobs} training processes ended unexpectedly, probably because memory ran out.</source>
        <translation>Uno de los {jobs} procesos de entrenamiento terminó de forma inesperada; a menudo falta memoria.</translation>
    </message>
    <message>
        <source>Repeat the command with fewer --jobs: finished trainings are kept.</source>
        <translation>Repita la orden con menos --jobs: los entrenamientos terminados se conservan.</translation>
    </message>
    <message>
        <source>--scheduler needs Dask, which is not installed.</source>
        <translation>--scheduler necesita Dask, que no está instalado.</translation>
    </message>
    <message>
        <source>It comes with mmdesk from pip, not from an installer: pip install &apos;mmdesk[cluster]&apos; (in a checkout: pip install -e &apos;.[cluster]&apos;).</source>
        <translation>Viene con mmdesk de pip, no de un instalador: pip install &apos;mmdesk[cluster]&apos; (en una copia de trabajo: pip install -e &apos;.[cluster]&apos;).</translation>
    </message>
    <message>
        <source>No Dask scheduler responds at {address}.</source>
        <translation>Ningún planificador de Dask responde en {address}.</translation>
    </message>
    <message>
        <source>Check the address, or start one there with: dask scheduler.</source>
        <translation>Compruebe la dirección o inicie uno allí con: dask scheduler.</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} has no workers.</source>
        <translation>El planificador de Dask en {address} no tiene trabajadores.</translation>
    </message>
    <message>
        <source>Start some with: dask worker {address} --nworkers auto --nthreads 1.</source>
        <translation>Inicie algunos con: dask worker {address} --nworkers auto --nthreads 1.</translation>
    </message>
    <message>
        <source>A Dask worker at {address} cannot import what it needs: {detail}.</source>
        <translation>Un trabajador de Dask en {address} no puede cargar lo que necesita: {detail}.</translation>
    </message>
    <message>
        <source>Install mmdesk wherever workers run.</source>
        <translation>Instale mmdesk dondequiera que se ejecuten trabajadores.</translation>
    </message>
    <message>
        <source>The Dask worker {worker} has {package} {theirs}, this program {ours}: results could differ.</source>
        <translation>El trabajador de Dask {worker} tiene {package} {theirs} y este programa {ours}: los resultados podrían diferir.</translation>
    </message>
    <message>
        <source>Install the same version on both sides.</source>
        <translation>Instale la misma versión en ambos lados.</translation>
    </message>
    <message>
        <source>Several Dask workers at {address} died in the same training, probably because memory ran out.</source>
        <translation>Varios trabajadores de Dask en {address} murieron con el mismo entrenamiento; a menudo falta memoria.</translation>
    </message>
    <message>
        <source>Start workers with more memory and repeat the command: finished trainings are kept.</source>
        <translation>Inicie trabajadores con más memoria y repita la orden: los entrenamientos terminados se conservan.</translation>
    </message>
    <message>
        <source>The connection to the Dask scheduler at {address} was lost.</source>
        <translation>Se perdió la conexión con el planificador de Dask en {address}.</translation>
    </message>
    <message>
        <source>Start it again and repeat the command: finished trainings are kept.</source>
        <translation>Inícielo de nuevo y repita la orden: los entrenamientos terminados se conservan.</translation>
    </message>
    <message>
        <source>{path}: finished trainings were removed while the comparison was running.</source>
        <translation>{path}: se eliminaron entrenamientos terminados mientras se ejecutaba la comparación.</translation>
    </message>
    <message>
        <source>Repeat the command.</source>
        <translation>Repita la orden.</translation>
    </message>
    <message>
        <source>--batch cannot be combined with --image, --audio or --text.</source>
        <translation>--batch no se puede combinar con --image, --audio o --text.</translation>
    </message>
    <message>
        <source>Give one or the other.</source>
        <translation>Indique lo uno o lo otro.</translation>
    </message>
    <message>
        <source>There is nothing to predict from.</source>
        <translation>No hay nada a partir de lo cual predecir.</translation>
    </message>
    <message>
        <source>Give --image, --audio, --text or --batch.</source>
        <translation>Indique --image, --audio, --text o --batch.</translation>
    </message>
    <message>
        <source>--fusion {method}: {detail}.</source>
        <translation>--fusion {method}: {detail}.</translation>
    </message>
    <message>
        <source>Choose one of those.</source>
        <translation>Elija una de esas.</translation>
    </message>
    <message>
        <source>The model {name} is damaged: {detail}.</source>
        <translation>El modelo {name} está dañado: {detail}.</translation>
    </message>
    <message>
        <source>Train it again, or open another.</source>
        <translation>Entrénelo de nuevo o abra otro.</translation>
    </message>
    <message>
        <source>--out {path}: such a folder cannot be created ({reason}).</source>
        <translation>--out {path}: no puede haber tal carpeta ({reason}).</translation>
    </message>
    <message>
        <source>--out {path}: there is no folder {folder}.</source>
        <translation>--out {path}: no existe la carpeta {folder}.</translation>
    </message>
    <message>
        <source>The sample session does not begin with all inputs present.</source>
        <translation>La sesión de ejemplo no empieza con todas las entradas.</translation>
    </message>
    <message>
        <source>--fusions names no method.</source>
        <translation>--fusions no nombra ningún método.</translation>
    </message>
    <message>
        <source>Use {known}, or all.</source>
        <translation>Use {known} o all.</translation>
    </message>
    <message>
        <source>{option} {method}: there is no such method.</source>
        <translation>{option} {method}: no existe ese método.</translation>
    </message>
    <message>
        <source>Use one of: {known}.</source>
        <translation>Use uno de: {known}.</translation>
    </message>
    <message>
        <source>--fusion {method} is not among --fusions {known}.</source>
        <translation>--fusion {method} no está entre --fusions {known}.</translation>
    </message>
    <message>
        <source>Name it there too.</source>
        <translation>Nómbrelo también allí.</translation>
    </message>
    <message>
        <source>--fresh: {path} cannot be cleared ({reason}).</source>
        <translation>--fresh: no se puede vaciar {path} ({reason}).</translation>
    </message>
    <message>
        <source>Delete it by hand.</source>
        <translation>Bórrela a mano.</translation>
    </message>
    <message>
        <source>Leave out one --encoder …=none.</source>
        <translation>Omita un --encoder …=none.</translation>
    </message>
    <message>
        <source>--input {word} names no input of a plug-in that this model has.</source>
        <translation>--input {word} no nombra ninguna entrada de un complemento que tenga este modelo.</translation>
    </message>
    <message>
        <source>Give NAME=FILE; there are these: {known}.</source>
        <translation>Indique NOMBRE=ARCHIVO; hay estas: {known}.</translation>
    </message>
    <message>
        <source>--encoder {word}: there is no such encoder.</source>
        <translation>--encoder {word}: no existe ese codificador.</translation>
    </message>
    <message>
        <source>Use one of these encoders: {known}.</source>
        <translation>Use uno de estos codificadores: {known}.</translation>
    </message>
    <message>
        <source>--encoder {word}: {dataset} does not have this input.</source>
        <translation>--encoder {word}: {dataset} no contiene esta entrada.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Omítalo.</translation>
    </message>
    <message>
        <source>Two models are given, one with --model.</source>
        <translation>Se indican dos modelos, uno con --model.</translation>
    </message>
    <message>
        <source>Leave out one or the other.</source>
        <translation>Omita uno de los dos.</translation>
    </message>
    <message>
        <source>--session replaces camera and microphone.</source>
        <translation>--session ocupa el lugar de la cámara y el micrófono.</translation>
    </message>
    <message>
        <source>--seconds works only with --screenshot FILE.</source>
        <translation>--seconds solo tiene sentido con --screenshot ARCHIVO.</translation>
    </message>
    <message>
        <source>Add --screenshot.</source>
        <translation>Añada --screenshot.</translation>
    </message>
    <message>
        <source>--screenshot and --predictions name the same file.</source>
        <translation>--screenshot y --predictions nombran el mismo archivo.</translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation>Dé a cada uno su propio nombre.</translation>
    </message>
    <message>
        <source>The program’s resources are missing (looked in {folder}).</source>
        <translation>Faltan los recursos del programa (buscados en {folder}).</translation>
    </message>
    <message>
        <source>There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.</source>
        <translation>No hay pantalla: ni DISPLAY ni WAYLAND_DISPLAY están definidos.</translation>
    </message>
    <message>
        <source>Without one, use “mmdesk replay SESSION --out DIR”.</source>
        <translation>Sin ella, use «mmdesk replay SESIÓN --out CARPETA».</translation>
    </message>
    <message>
        <source>The display “{name}” does not respond.</source>
        <translation>La pantalla «{name}» no responde.</translation>
    </message>
    <message>
        <source>Qt’s plug-in for the screen is missing: {path}.</source>
        <translation>Falta el complemento de Qt para la pantalla: {path}.</translation>
    </message>
    <message>
        <source>Qt’s plug-in for the screen cannot be loaded: {detail}.</source>
        <translation>No se puede cargar el complemento de Qt para la pantalla: {detail}.</translation>
    </message>
    <message>
        <source>Install mmdesk again. If a system library is named as missing, install that.</source>
        <translation>Vuelva a instalar mmdesk; si se indica que falta una biblioteca del sistema, instálela.</translation>
    </message>
    <message>
        <source>{name}: a graph is written as .onnx or .pt2.</source>
        <translation>{name}: un grafo se escribe como .onnx o .pt2.</translation>
    </message>
    <message>
        <source>Choose one of these suffixes.</source>
        <translation>Elija una de estas extensiones.</translation>
    </message>
    <message>
        <source>{name}: an opset is for ONNX only.</source>
        <translation>{name}: un opset solo corresponde a ONNX.</translation>
    </message>
    <message>
        <source>Leave it out, or write .onnx.</source>
        <translation>Omítalo o escriba .onnx.</translation>
    </message>
    <message>
        <source>Opset {opset} cannot be written.</source>
        <translation>No se puede escribir el opset {opset}.</translation>
    </message>
    <message>
        <source>Choose one of {first} to {last}.</source>
        <translation>Elija uno de {first} a {last}.</translation>
    </message>
    <message>
        <source>Writing ONNX needs these Python packages: {known}.</source>
        <translation>Para escribir ONNX hacen falta estos paquetes de Python: {known}.</translation>
    </message>
    <message>
        <source>They come with mmdesk from pip, not from an installer: pip install &apos;mmdesk[export]&apos; (in a checkout: pip install -e &apos;.[export]&apos;).</source>
        <translation>Vienen con mmdesk de pip, no de un instalador: pip install &apos;mmdesk[export]&apos; (en una copia de trabajo: pip install -e &apos;.[export]&apos;).</translation>
    </message>
    <message>
        <source>This model cannot be expressed in opset {opset}.</source>
        <translation>Este modelo no se puede expresar en el opset {opset}.</translation>
    </message>
    <message>
        <source>Use opset {first}.</source>
        <translation>Use el opset {first}.</translation>
    </message>
    <message>
        <source>The model has no fusion “{method}”.</source>
        <translation>El modelo no tiene la fusión «{method}».</translation>
    </message>
    <message>
        <source>This model cannot be traced: {detail}.</source>
        <translation>Este modelo no se puede trazar: {detail}.</translation>
    </message>
    <message>
        <source>Export another model.</source>
        <translation>Exporte otro modelo.</translation>
    </message>
    <message>
        <source>This model cannot be written as ONNX: {detail}.</source>
        <translation>Este modelo no se puede escribir como ONNX: {detail}.</translation>
    </message>
    <message>
        <source>Write .pt2 instead.</source>
        <translation>Escriba .pt2 en su lugar.</translation>
    </message>
    <message>
        <source>{path}: {sentence}</source>
        <translation>{path}: {sentence}</translation>
    </message>
    <message>
        <source>{path}, line {line}: {sentence}</source>
        <translation>{path}, línea {line}: {sentence}</translation>
    </message>
    <message>
        <source>Check its cable. The program tries again by itself.</source>
        <translation>Revise el cable; se vuelve a intentar automáticamente.</translation>
    </message>
    <message>
        <source>Plug it in again. The program tries again by itself.</source>
        <translation>Vuelva a enchufarlo; se vuelve a intentar automáticamente.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or choose another source.</source>
        <translation>Desenchúfelo y vuelva a enchufarlo, o elija otra fuente.</translation>
    </message>
    <message>
        <source>Check its cable.</source>
        <translation>Revise el cable.</translation>
    </message>
    <message>
        <source>Check that the camera is switched on and on the network.</source>
        <translation>Compruebe que la cámara está encendida y en la red.</translation>
    </message>
    <message>
        <source>Connect it, or choose another source.</source>
        <translation>Conéctelo o elija otra fuente.</translation>
    </message>
    <message>
        <source>Check that it is connected, and close other programs that use a camera.</source>
        <translation>Compruebe que está conectada y cierre otros programas que usen una cámara.</translation>
    </message>
    <message>
        <source>Check the address, and that the camera is switched on and on the same network.</source>
        <translation>Compruebe la dirección y que la cámara esté encendida y en la misma red.</translation>
    </message>
    <message>
        <source>Choose a video file that exists.</source>
        <translation>Elija un archivo de vídeo que exista.</translation>
    </message>
    <message>
        <source>Choose another name for the model.</source>
        <translation>Elija otro nombre para el modelo.</translation>
    </message>
    <message>
        <source>Choose another place for the model.</source>
        <translation>Elija otro lugar para el modelo.</translation>
    </message>
    <message>
        <source>Add samples: each class needs at least three.</source>
        <translation>Añada muestras: una clase necesita al menos tres.</translation>
    </message>
    <message>
        <source>Add samples that it has not seen. To measure on these anyway, use mmdesk evaluate --all.</source>
        <translation>Añada muestras que no haya visto; «mmdesk evaluate --all» mide con estas de todos modos.</translation>
    </message>
    <message>
        <source>There is no class yet.</source>
        <translation>Todavía no hay ninguna clase.</translation>
    </message>
    <message>
        <source>Add two classes and show an example of each.</source>
        <translation>Añada dos clases y muestre un ejemplo de cada una.</translation>
    </message>
    <message>
        <source>“{name}” is the only class, so there is nothing to choose between.</source>
        <translation>«{name}» es la única clase, así que no hay nada que distinguir.</translation>
    </message>
    <message>
        <source>Add a second class.</source>
        <translation>Añada una segunda clase.</translation>
    </message>
    <message>
        <source>“{name}” has no examples yet.</source>
        <translation>«{name}» todavía no tiene ejemplos.</translation>
    </message>
    <message>
        <source>Show some.</source>
        <translation>Muestre algunos.</translation>
    </message>
    <message>
        <source>A class needs a name.</source>
        <translation>Una clase necesita un nombre.</translation>
    </message>
    <message>
        <source>Type at least one letter or digit.</source>
        <translation>Escriba al menos una letra o una cifra.</translation>
    </message>
    <message>
        <source>This name has {found:,} characters; at most {most:,} are possible.</source>
        <translation>Este nombre tiene {found:,} caracteres; como máximo puede tener {most:,}.</translation>
    </message>
    <message>
        <source>This name has characters that no file can hold.</source>
        <translation>Este nombre tiene caracteres que ningún archivo puede contener.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>There is already a class “{name}”.</source>
        <translation>Ya existe una clase «{name}».</translation>
    </message>
    <message>
        <source>There are already {most:,} classes, and no more are possible.</source>
        <translation>Ya hay {most:,} clases y no puede haber más.</translation>
    </message>
    <message>
        <source>Delete a class first.</source>
        <translation>Elimine antes una clase.</translation>
    </message>
    <message>
        <source>More than {most:,} examples are not possible.</source>
        <translation>No puede haber más de {most:,} ejemplos.</translation>
    </message>
    <message>
        <source>Delete some first, or train on a folder of data.</source>
        <translation>Elimine antes algunos o entrene con una carpeta de datos.</translation>
    </message>
    <message>
        <source>The class and its examples are deleted.</source>
        <translation>La clase y sus ejemplos se han borrado.</translation>
    </message>
    <message>
        <source>Ctrl+Z brings them back.</source>
        <translation>Ctrl+Z los recupera.</translation>
    </message>
    <message>
        <source>No camera and no microphone is on.</source>
        <translation>No hay ninguna cámara ni micrófono encendidos.</translation>
    </message>
    <message>
        <source>Choose one in the lists on the left.</source>
        <translation>Elija uno en las listas de la izquierda.</translation>
    </message>
    <message>
        <source>Only the first {most:,} files were read.</source>
        <translation>Solo se han leído los primeros {most:,} archivos.</translation>
    </message>
    <message>
        <source>For more, train on a folder of data.</source>
        <translation>Para más, entrene con una carpeta de datos.</translation>
    </message>
    <message>
        <source>There is no picture, no sound and no text among these files.</source>
        <translation>Entre estos archivos no hay imágenes, sonidos ni textos.</translation>
    </message>
    <message>
        <source>Drop files such as .jpg, .png, .wav, .mp3 or .txt.</source>
        <translation>Suelte archivos como .jpg, .png, .wav, .mp3 o .txt.</translation>
    </message>
    <message>
        <source>The recording {path} has no marks, so nothing says which part shows what.</source>
        <translation>La grabación {path} no tiene marcas; nada dice qué parte muestra qué.</translation>
    </message>
    <message>
        <source>While you record, press Ctrl+B where a thing appears, and give the mark the name of its class.</source>
        <translation>Al grabar, pulse Ctrl+B cuando aparezca algo y dé a la marca el nombre de su clase.</translation>
    </message>
    <message>
        <source>Line {line} of {path} does not say what is taught when.</source>
        <translation>La línea {line} de {path} no dice qué se enseña ni cuándo.</translation>
    </message>
    <message>
        <source>The header is begin_s,end_s,class; each line has two times in seconds, in order, and a name.</source>
        <translation>La cabecera es begin_s,end_s,class; cada línea tiene dos tiempos en segundos, en orden, y un nombre.</translation>
    </message>
    <message>
        <source>{count:,} examples were taken from the recording “{title}”.</source>
        <translation>Se tomaron {count:,} ejemplos de la grabación «{title}».</translation>
    </message>
    <message>
        <source>Three toys are taught; now see what it makes of them, and of something new.</source>
        <translation>Ya se enseñaron tres juguetes; vea ahora qué responde con ellos y con algo nuevo.</translation>
    </message>
    <message>
        <source>For things of your own, choose a camera, then Project → New.</source>
        <translation>Para sus propias cosas, elija una cámara y luego Proyecto → Nuevo.</translation>
    </message>
    <message>
        <source>There is nothing of this visitor to forget.</source>
        <translation>No hay nada de este visitante que olvidar.</translation>
    </message>
    <message>
        <source>This was taught with inputs other than one picture, one sound and one text.</source>
        <translation>Esto se enseñó con entradas distintas de una imagen, un sonido y un texto.</translation>
    </message>
    <message>
        <source>Train on it instead.</source>
        <translation>Entrene con ello en su lugar.</translation>
    </message>
    <message>
        <source>{count:,} files could not be read. The first: {first}</source>
        <translation>No se han podido leer {count:,} archivos. El primero: {first}</translation>
    </message>
    <message>
        <source>Check what is missing, and go on. What could not be read is kept in the folder “damaged”.</source>
        <translation>Compruebe qué falta y continúe. Lo que no se pudo leer se conserva en la carpeta «damaged».</translation>
    </message>
    <message>
        <source>Damaged or missing files of this project: {count}. The first is {first}.</source>
        <translation>Archivos dañados o ausentes de este proyecto: {count}. El primero es {first}.</translation>
    </message>
    <message>
        <source>They are left out. With the next change, damaged ones are moved to {folder}.</source>
        <translation>Se omiten. Con el próximo cambio, los dañados se moverán a {folder}.</translation>
    </message>
    <message>
        <source>“{name}” was made with a newer version of mmdesk (format {found}; this version reads up to {known}).</source>
        <translation>«{name}» se creó con una versión más reciente de mmdesk (formato {found}; esta versión lee hasta el {known}).</translation>
    </message>
    <message>
        <source>Nothing was recorded: the camera sees nothing, and no word was heard.</source>
        <translation>No se ha grabado nada: la cámara no ve nada y no se ha oído ninguna palabra.</translation>
    </message>
    <message>
        <source>Check light and lens, or speak louder while you hold the key.</source>
        <translation>Compruebe la luz y la lente, o hable más alto mientras mantiene la tecla.</translation>
    </message>
    <message>
        <source>Nothing was recorded: the picture is too dark.</source>
        <translation>No se ha grabado nada: la imagen es demasiado oscura.</translation>
    </message>
    <message>
        <source>Turn on a light, or uncover the lens.</source>
        <translation>Encienda una luz o destape la lente.</translation>
    </message>
    <message>
        <source>Nothing was recorded: the picture shows nothing, as if the lens were covered.</source>
        <translation>No se ha grabado nada: la imagen no muestra nada, como si la lente estuviera tapada.</translation>
    </message>
    <message>
        <source>Uncover the lens, and hold something in front of it.</source>
        <translation>Destape la lente y ponga algo delante.</translation>
    </message>
    <message>
        <source>Nothing was recorded: no word was heard.</source>
        <translation>No se ha grabado nada: no se ha oído ninguna palabra.</translation>
    </message>
    <message>
        <source>Speak louder while you hold the key, or choose another microphone on the left.</source>
        <translation>Hable más alto mientras mantiene la tecla, o elija otro micrófono a la izquierda.</translation>
    </message>
    <message>
        <source>Nothing was recorded: you have muted what is on.</source>
        <translation>No se ha grabado nada: ha silenciado lo que está encendido.</translation>
    </message>
    <message>
        <source>Unmute camera, microphone or text on the left.</source>
        <translation>Deje de silenciar la cámara, el micrófono o el texto a la izquierda.</translation>
    </message>
    <message>
        <source>Nothing was recorded: no signal comes from camera or microphone.</source>
        <translation>No se ha grabado nada: no llega señal de la cámara ni del micrófono.</translation>
    </message>
    <message>
        <source>Plug them in again, or choose others in the lists on the left.</source>
        <translation>Vuelva a conectarlos o elija otros en las listas de la izquierda.</translation>
    </message>
    <message>
        <source>Nothing was recorded: the key was not held long enough.</source>
        <translation>No se ha grabado nada: no se mantuvo la tecla el tiempo suficiente.</translation>
    </message>
    <message>
        <source>Hold it while you show something or say a word.</source>
        <translation>Manténgala mientras muestra algo o dice una palabra.</translation>
    </message>
    <message>
        <source>Wiped: {what}.</source>
        <translation>Se ha borrado: {what}.</translation>
    </message>
    <message>
        <source>Nothing can bring it back.</source>
        <translation>Nada puede recuperarlo.</translation>
    </message>
    <message>
        <source>Wiped of the visitor before: {what}.</source>
        <translation>Se ha borrado del visitante anterior: {what}.</translation>
    </message>
    <message>
        <source>{path} has {found:,} classes; at most {most:,} can be taught.</source>
        <translation>{path} contiene {found:,} clases; se pueden enseñar como máximo {most:,}.</translation>
    </message>
    <message>
        <source>{path} has {found:,} samples; at most {most:,} can be taught.</source>
        <translation>{path} contiene {found:,} muestras; se pueden enseñar como máximo {most:,}.</translation>
    </message>
    <message>
        <source>The classes “{name}” and “{other}” are one name, written in two ways.</source>
        <translation>Las clases «{name}» y «{other}» son el mismo nombre escrito de dos maneras.</translation>
    </message>
    <message>
        <source>Give one of them another name.</source>
        <translation>Dele otro nombre a una de las dos.</translation>
    </message>
    <message>
        <source>Update mmdesk.</source>
        <translation>Actualice mmdesk.</translation>
    </message>
    <message>
        <source>The project “{name}” cannot be opened: {file} is damaged ({detail}).</source>
        <translation>El proyecto «{name}» no se puede abrir: {file} está dañado ({detail}).</translation>
    </message>
    <message>
        <source>Restore the folder from a copy. Its pictures and sounds are still in “samples”.</source>
        <translation>Recupere la carpeta de una copia. Sus imágenes y sonidos siguen en «samples».</translation>
    </message>
    <message>
        <source>The last saved state was damaged, so the one before it was opened.</source>
        <translation>El último estado guardado estaba dañado; se abrió el anterior.</translation>
    </message>
    <message>
        <source>{path} is not a project.</source>
        <translation>{path} no es un proyecto.</translation>
    </message>
    <message>
        <source>Choose a folder that contains lesson.json.</source>
        <translation>Elija una carpeta que contenga lesson.json.</translation>
    </message>
    <message>
        <source>There is no folder {path}: it was moved or deleted, or its drive is missing.</source>
        <translation>No existe la carpeta {path}: se movió o se eliminó, o falta su unidad.</translation>
    </message>
    <message>
        <source>Open the project where it is now, or connect the drive.</source>
        <translation>Abra el proyecto donde está ahora o conecte la unidad.</translation>
    </message>
    <message>
        <source>The project folder {path} was moved or deleted. Nothing is lost yet.</source>
        <translation>La carpeta del proyecto {path} se movió o se eliminó. Aún no se ha perdido nada.</translation>
    </message>
    <message>
        <source>Put it back, or save the project elsewhere.</source>
        <translation>Devuélvala a su sitio o guarde el proyecto en otro lugar.</translation>
    </message>
    <message>
        <source>{path} cannot be written, so changes are not saved.</source>
        <translation>No se puede escribir en {path}; los cambios no se guardan.</translation>
    </message>
    <message>
        <source>Save the project elsewhere.</source>
        <translation>Guarde el proyecto en otro lugar.</translation>
    </message>
    <message>
        <source>{path} cannot be written, so the taught model could not be saved there.</source>
        <translation>No se puede escribir en {path}; el modelo enseñado no podría guardarse allí.</translation>
    </message>
    <message>
        <source>Copy the project to a folder that can be written, and train it there.</source>
        <translation>Copie el proyecto a una carpeta en la que se pueda escribir y entrénelo allí.</translation>
    </message>
    <message>
        <source>Another program has the project “{name}” open.</source>
        <translation>Otro programa tiene abierto el proyecto «{name}».</translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation>Ciérrelo allí primero.</translation>
    </message>
    <message>
        <source>{path} already contains something else.</source>
        <translation>{path} ya contiene otra cosa.</translation>
    </message>
    <message>
        <source>Choose a new or empty folder.</source>
        <translation>Elija una carpeta nueva o vacía.</translation>
    </message>
    <message>
        <source>The project {path} holds more text than one file may.</source>
        <translation>El proyecto {path} contiene más texto del que cabe en un archivo.</translation>
    </message>
    <message>
        <source>Delete some examples.</source>
        <translation>Elimine algunos ejemplos.</translation>
    </message>
    <message>
        <source>{path} cannot be written: the taught model’s file is damaged.</source>
        <translation>No se puede escribir {path}: el archivo del modelo enseñado está dañado.</translation>
    </message>
    <message>
        <source>Change something so that it is trained again, and try again.</source>
        <translation>Cambie algo para que se entrene de nuevo e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>{path} is a model without the examples it was taught with.</source>
        <translation>{path} es un modelo sin los ejemplos con los que se le enseñó.</translation>
    </message>
    <message>
        <source>Open it as a model instead.</source>
        <translation>Ábralo como modelo.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} está dañado.</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>Pida el archivo de nuevo.</translation>
    </message>
    <message>
        <source>The picture in example {number:,} of “{name}” is too dark to learn from.</source>
        <translation>La imagen del ejemplo {number:,} de «{name}» es demasiado oscura para aprender de ella.</translation>
    </message>
    <message>
        <source>Show it again in more light.</source>
        <translation>Muéstrelo otra vez con más luz.</translation>
    </message>
    <message>
        <source>The picture in example {number:,} of “{name}” shows nothing.</source>
        <translation>La imagen del ejemplo {number:,} de «{name}» no muestra nada.</translation>
    </message>
    <message>
        <source>Uncover the lens, and show it again.</source>
        <translation>Destape la lente y muéstrelo otra vez.</translation>
    </message>
    <message>
        <source>The sound in example {number:,} of “{name}” is silent.</source>
        <translation>El sonido del ejemplo {number:,} de «{name}» está en silencio.</translation>
    </message>
    <message>
        <source>Check the microphone, and say it again.</source>
        <translation>Compruebe el micrófono y dígalo otra vez.</translation>
    </message>
    <message>
        <source>The sound in example {number:,} of “{name}” is too short.</source>
        <translation>El sonido del ejemplo {number:,} de «{name}» es demasiado corto.</translation>
    </message>
    <message>
        <source>Say the whole word again.</source>
        <translation>Diga otra vez la palabra entera.</translation>
    </message>
    <message>
        <source>The text in example {number:,} of “{name}” has no letter or digit.</source>
        <translation>El texto del ejemplo {number:,} de «{name}» no tiene letras ni cifras.</translation>
    </message>
    <message>
        <source>Type a word, and record it again.</source>
        <translation>Escriba una palabra y grábelo otra vez.</translation>
    </message>
    <message>
        <source>Example {number:,} of “{name}” cannot be used: it contains values that are not numbers.</source>
        <translation>El ejemplo {number:,} de «{name}» no se puede usar: contiene valores que no son números.</translation>
    </message>
    <message>
        <source>Delete it, and record it again.</source>
        <translation>Elimínelo y grábelo otra vez.</translation>
    </message>
    <message>
        <source>“{name}” has {count} of {wanted} examples: show it again, in another way.</source>
        <translation>«{name}» tiene {count} de {wanted} ejemplos: muéstrelo otra vez, de otra manera.</translation>
    </message>
    <message>
        <source>The examples of “{name}” contradict each other: many look like “{other}”.</source>
        <translation>Los ejemplos de «{name}» se contradicen: muchos se parecen a «{other}».</translation>
    </message>
    <message>
        <source>Delete the wrong ones, or show what differs.</source>
        <translation>Elimine los equivocados o muestre la diferencia.</translation>
    </message>
    <message>
        <source>The examples of “{name}” are all the same: turn it, move it, or say it again.</source>
        <translation>Los ejemplos de «{name}» son todos iguales: gírelo, muévalo o dígalo otra vez.</translation>
    </message>
    <message>
        <source>“{name}” is not always recognised: more examples help.</source>
        <translation>«{name}» no siempre se reconoce: ayudan más ejemplos.</translation>
    </message>
    <message>
        <source>“{name}” has enough examples.</source>
        <translation>«{name}» tiene ejemplos suficientes.</translation>
    </message>
    <message>
        <source>Nothing can be learnt from the examples of “{name}”: they are dark, blank or silent.</source>
        <translation>No se puede aprender nada de los ejemplos de «{name}»: son oscuros, vacíos o silenciosos.</translation>
    </message>
    <message>
        <source>Show it again.</source>
        <translation>Muéstrelo otra vez.</translation>
    </message>
    <message>
        <source>“{name}” and “{other}” are confused: add examples that differ.</source>
        <translation>«{name}» y «{other}» se confunden: añada ejemplos que se distingan.</translation>
    </message>
    <message>
        <source>Show a second example of each class to see how well it works.</source>
        <translation>Muestre un segundo ejemplo de cada clase para ver qué tal funciona.</translation>
    </message>
    <message>
        <source>It works so far. More examples make it surer.</source>
        <translation>Por ahora funciona. Con más ejemplos será más seguro.</translation>
    </message>
    <message>
        <source>All classes are told apart well.</source>
        <translation>Todas las clases se distinguen bien.</translation>
    </message>
    <message>
        <source>{option} must be at least {least}.</source>
        <translation>{option} debe ser al menos {least}.</translation>
    </message>
    <message>
        <source>{option} needs --from.</source>
        <translation>{option} necesita --from.</translation>
    </message>
    <message>
        <source>Name the data folder to take samples from.</source>
        <translation>Indique la carpeta de datos de la que se toman ejemplos.</translation>
    </message>
</context>
<context>
    <name>ProjectMenu</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vaciar esta lista</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nuevo</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open a s&amp;hared file…</source>
        <translation>Abrir un archivo c&amp;ompartido…</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Recientes</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Guardar como…</translation>
    </message>
    <message>
        <source>Share as &amp;one file…</source>
        <translation>Compartir como &amp;un archivo…</translation>
    </message>
    <message>
        <source>&amp;Import a data folder…</source>
        <translation>&amp;Importar una carpeta de datos…</translation>
    </message>
    <message>
        <source>Add the marked parts of a &amp;recording…</source>
        <translation>Añadir las partes marcadas de una &amp;grabación…</translation>
    </message>
    <message>
        <source>&amp;Export as a data folder…</source>
        <translation>&amp;Exportar como carpeta de datos…</translation>
    </message>
    <message>
        <source>&amp;Forget this visitor</source>
        <translation>&amp;Olvidar a este visitante</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Abrir un proyecto</translation>
    </message>
    <message>
        <source>Shared projects (*{suffix})</source>
        <translation>Proyectos compartidos (*{suffix})</translation>
    </message>
    <message>
        <source>Open a shared file</source>
        <translation>Abrir un archivo compartido</translation>
    </message>
    <message>
        <source>Save the project as a folder</source>
        <translation>Guardar el proyecto como carpeta</translation>
    </message>
    <message>
        <source>Share as one file</source>
        <translation>Compartir como un archivo</translation>
    </message>
    <message>
        <source>Import a data folder</source>
        <translation>Importar una carpeta de datos</translation>
    </message>
    <message>
        <source>Add the marked parts of a recording</source>
        <translation>Añadir las partes marcadas de una grabación</translation>
    </message>
    <message>
        <source>Export as a data folder</source>
        <translation>Exportar como carpeta de datos</translation>
    </message>
</context>
<context>
    <name>RecordStrip</name>
    <message>
        <source>Mark  Ctrl+B</source>
        <translation>Marcar  Ctrl+B</translation>
    </message>
    <message>
        <source>Marks this moment, and asks what to call it</source>
        <translation>Marca este momento y pregunta cómo llamarlo</translation>
    </message>
    <message>
        <source>Stop  F12</source>
        <translation>Parar  F12</translation>
    </message>
    <message>
        <source>Ends the recording and saves it</source>
        <translation>Termina la grabación y la guarda</translation>
    </message>
    <message>
        <source>Name of the mark</source>
        <translation>Nombre de la marca</translation>
    </message>
    <message>
        <source>Enter names the mark, Esc leaves it as it is</source>
        <translation>Intro da nombre a la marca, Esc la deja como está</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>● REC {time}</source>
        <translation>● GRABANDO {time}</translation>
    </message>
    <message>
        <source>{count} GB left on the disk</source>
        <translation>quedan {count} GB en el disco</translation>
    </message>
    <message>
        <source>more than {count} h left on the disk</source>
        <translation>espacio para más de {count} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left on the disk</source>
        <translation>espacio para {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min left on the disk</source>
        <translation>espacio para {minutes} min</translation>
    </message>
    <message>
        <source>less than a minute left on the disk</source>
        <translation>espacio para menos de un minuto</translation>
    </message>
    <message>
        <source>muted inputs are recorded too</source>
        <translation>las entradas silenciadas también se graban</translation>
    </message>
    <message>
        <source>marks: {count}</source>
        <translation>marcas: {count}</translation>
    </message>
    <message>
        <source>pictures left out: {count}</source>
        <translation>imágenes omitidas: {count}</translation>
    </message>
</context>
<context>
    <name>RecorderView</name>
    <message>
        <source>Mark {number}</source>
        <translation>Marca {number}</translation>
    </message>
    <message>
        <source>New visitor</source>
        <translation>Nuevo visitante</translation>
    </message>
    <message>
        <source>A recording of this visitor is running ({time}), and ends now. Shall it be deleted?</source>
        <translation>Hay una grabación de este visitante en curso ({time}), y termina ahora. ¿Borrarla?</translation>
    </message>
    <message>
        <source>Recordings that were finished before are kept.</source>
        <translation>Las grabaciones terminadas antes se conservan.</translation>
    </message>
    <message>
        <source>The typed text and the last half minute are deleted in any case.</source>
        <translation>El texto escrito y el último medio minuto se borran en cualquier caso.</translation>
    </message>
    <message>
        <source>Delete the recording</source>
        <translation>Borrar la grabación</translation>
    </message>
    <message>
        <source>Keep the recording</source>
        <translation>Conservar la grabación</translation>
    </message>
</context>
<context>
    <name>RecordingExportDesk</name>
    <message>
        <source>Export the recording as a video</source>
        <translation>Exportar la grabación como vídeo</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vídeos</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Parquet tables</source>
        <translation>Tablas Parquet</translation>
    </message>
    <message>
        <source>Export the answers to the recording</source>
        <translation>Exportar las respuestas a la grabación</translation>
    </message>
    <message>
        <source>The text is yours: “{text}”</source>
        <translation>El texto es suyo: «{text}»</translation>
    </message>
    <message>
        <source>Export the recording</source>
        <translation>Exportar la grabación</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>Escribiendo {name} …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>measured by leaving out one example at a time</source>
        <translation>medido dejando fuera un ejemplo cada vez</translation>
    </message>
    <message>
        <source>measured on examples left out in {folds} rounds</source>
        <translation>medido con ejemplos dejados fuera en {folds} rondas</translation>
    </message>
    <message>
        <source>not measured yet: no class has two examples</source>
        <translation>aún sin medir: ninguna clase tiene dos ejemplos</translation>
    </message>
    <message>
        <source>How well it knows them</source>
        <translation>Qué tal las conoce</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Todo junto</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>Aprendiendo …</translation>
    </message>
    <message>
        <source>learnt in {seconds} s, {how}</source>
        <translation>aprendido en {seconds} s, {how}</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Use live</source>
        <translation>Usar en vivo</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Evaluar</translation>
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
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
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
        <source>When a run is done, its model appears here.</source>
        <translation>Cuando termina un entrenamiento, su modelo aparece aquí.</translation>
    </message>
    <message>
        <source>The model is ready</source>
        <translation>El modelo está listo</translation>
    </message>
    <message>
        <source>Accuracy on the validation samples, with its 95 % interval. Training stopped where these samples looked best, so the figure is a little too good. An evaluation measures the model on samples it has never seen.</source>
        <translation>Exactitud en las muestras de validación, con su intervalo del 95 %. El entrenamiento paró donde estas muestras salían mejor, así que la cifra es algo optimista. Una evaluación mide el modelo con muestras que nunca ha visto.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardado como {path}</translation>
    </message>
    <message>
        <source>Measuring on the test samples and training baselines for comparison …</source>
        <translation>Midiendo con las muestras de prueba; se entrenan modelos de comparación…</translation>
    </message>
    <message>
        <source>Accuracy with its 95 % interval. F1 and AUC are means over the classes. ECE is how far confidence and accuracy are apart. The Brier score is the squared distance of the probabilities from the truth. Beside them is the accuracy of models trained for comparison.</source>
        <translation>Exactitud con su intervalo del 95 %. F1 y AUC son medias de las clases. ECE es cuánto se separan confianza y exactitud. La puntuación de Brier es la distancia al cuadrado entre las probabilidades y la verdad. Al lado, la exactitud de los modelos entrenados para comparar.</translation>
    </message>
    <message>
        <source>On one test sample</source>
        <translation>Con una muestra de prueba</translation>
    </message>
    <message>
        <source>On {count} test samples</source>
        <translation>En {count} muestras de prueba</translation>
    </message>
    <message>
        <source>the model does not say what it was trained on, so samples it knows may be among them</source>
        <translation>el modelo no dice con qué se entrenó; puede haber muestras que ya conoce</translation>
    </message>
    <message>
        <source>{count} more were left out, because the model was trained on them</source>
        <translation>se omitieron {count} más porque el modelo se entrenó con ellas</translation>
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
    <name>ReviewPage</name>
    <message>
        <source>Back to all classes</source>
        <translation>Volver a todas las clases</translation>
    </message>
    <message>
        <source>Back to all classes (Esc)</source>
        <translation>Volver a todas las clases (Esc)</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Move to …</source>
        <translation>Mover a …</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Nada de esto</translation>
    </message>
    <message>
        <source>Examples: {count}</source>
        <translation>Ejemplos: {count}</translation>
    </message>
    <message>
        <source>, {count} selected</source>
        <translation>, {count} seleccionados</translation>
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
        <source>You can close this window. Training continues, and the main window shows its progress.</source>
        <translation>Puede cerrar esta ventana. El entrenamiento sigue y la ventana principal muestra el progreso.</translation>
    </message>
    <message>
        <source>It continues where the interrupted run stopped.</source>
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
        <source>Start continues from the last complete epoch if data and choices stay the same.</source>
        <translation>«Iniciar» continúa desde la última época completa si no cambian los datos ni las opciones.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost.</source>
        <translation>Detenido. No se ha perdido nada.</translation>
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
        <source>Start continues it. Its choices are set above.</source>
        <translation>«Iniciar» lo continúa. Sus opciones están puestas arriba.</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>{name} already exists. Replace it?</source>
        <translation>{name} ya existe. ¿Reemplazarlo?</translation>
    </message>
</context>
<context>
    <name>SignalPanel</name>
    <message>
        <source>Other source…</source>
        <translation>Otra fuente…</translation>
    </message>
    <message>
        <source>an address or a file</source>
        <translation>una dirección o un archivo</translation>
    </message>
    <message>
        <source>Choose the source</source>
        <translation>Elegir la fuente</translation>
    </message>
</context>
<context>
    <name>SignalView</name>
    <message>
        <source>when left out: up to {points} points</source>
        <translation>al quitarlo: hasta {points} puntos</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Sin fuente</translation>
    </message>
    <message>
        <source>Choose one above.</source>
        <translation>Elija una arriba.</translation>
    </message>
</context>
<context>
    <name>SnapshotPage</name>
    <message>
        <source>Snapshot from the fusion microscope</source>
        <translation>Instantánea del microscopio de fusión</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusión</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>No es en directo</translation>
    </message>
    <message>
        <source>Active changes</source>
        <translation>Cambios activos</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} de certeza</translation>
    </message>
    <message>
        <source>The weights were set by hand.</source>
        <translation>Los pesos se pusieron a mano.</translation>
    </message>
    <message>
        <source>The inputs were perturbed.</source>
        <translation>Las entradas estaban alteradas.</translation>
    </message>
    <message>
        <source>Weights by hand: {shares}</source>
        <translation>Pesos a mano: {shares}</translation>
    </message>
    <message>
        <source>What the model read</source>
        <translation>Lo que leyó el modelo</translation>
    </message>
    <message>
        <source>Weights and contributions</source>
        <translation>Pesos y aportes</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Aporte</translation>
    </message>
    <message>
        <source>Answer without it</source>
        <translation>Respuesta sin ella</translation>
    </message>
    <message>
        <source>The weight is how much the method lets an input count. The contribution is how much the input changed the answer’s probability, in percentage points (its exact Shapley value). All contributions add up to the answer’s probability minus that of a random guess.</source>
        <translation>El peso es cuánto deja contar el método a una entrada. El aporte es cuánto cambió la entrada la probabilidad de la respuesta, en puntos porcentuales (su valor de Shapley exacto). Todos los aportes suman la probabilidad de la respuesta menos la de adivinar al azar.</translation>
    </message>
    <message>
        <source>The same inputs, fused by other methods</source>
        <translation>Las mismas entradas con otros métodos de fusión</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Weights: {inputs}</source>
        <translation>Pesos: {inputs}</translation>
    </message>
    <message>
        <source>Contributions: {inputs}</source>
        <translation>Aportes: {inputs}</translation>
    </message>
    <message>
        <source>How the inputs relate</source>
        <translation>Cómo se relacionan las entradas</translation>
    </message>
    <message>
        <source>Each method with its own weights on the same inputs. The one that answers is in bold.</source>
        <translation>Cada método con sus propios pesos y las mismas entradas. El que responde va en negrita.</translation>
    </message>
    <message>
        <source>It uses the weights set by hand.</source>
        <translation>Ese usa los pesos puestos a mano.</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>no definido</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>No device found</source>
        <translation>Ningún dispositivo</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Buscar dispositivos de nuevo</translation>
    </message>
</context>
<context>
    <name>SpectrogramView</name>
    <message>
        <source>when left out: up to {points} points</source>
        <translation>al quitarlo: hasta {points} puntos</translation>
    </message>
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
        <translation>ahora</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>What if: without each input</source>
        <translation>Y si…: sin cada entrada</translation>
    </message>
    <message>
        <source>Weights over time</source>
        <translation>Pesos a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Methods side by side</source>
        <translation>Métodos en paralelo</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>What supports the answer (while frozen)</source>
        <translation>Qué apoya la respuesta (congelado)</translation>
    </message>
    <message>
        <source>What would it say without …?</source>
        <translation>¿Qué diría sin…?</translation>
    </message>
    <message>
        <source>How much it used each input</source>
        <translation>Cuánto usó de cada entrada</translation>
    </message>
    <message>
        <source>The same moment, seen by every method</source>
        <translation>El mismo momento, visto por cada método</translation>
    </message>
    <message>
        <source>Dots: examples it learnt from. The large one: you, now</source>
        <translation>Puntos: ejemplos de los que aprendió. El grande: tú, ahora</translation>
    </message>
</context>
<context>
    <name>StageBoard</name>
    <message>
        <source>Answer and inputs</source>
        <translation>Respuesta y entradas</translation>
    </message>
    <message>
        <source>What makes it say “{label}”?</source>
        <translation>¿Qué le hace decir «{label}»?</translation>
    </message>
</context>
<context>
    <name>StageCode</name>
    <message>
        <source>Take this moment home: scan with your telephone</source>
        <translation>Llévese este momento a casa: escanéelo con su teléfono</translation>
    </message>
</context>
<context>
    <name>StageHeader</name>
    <message>
        <source>Method and active changes</source>
        <translation>Método y cambios activos</translation>
    </message>
</context>
<context>
    <name>StageMenu</name>
    <message>
        <source>On the &amp;stage</source>
        <translation>En el e&amp;scenario</translation>
    </message>
    <message>
        <source>&amp;Next scene</source>
        <translation>Escena &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous scene</source>
        <translation>Escena &amp;anterior</translation>
    </message>
    <message>
        <source>Change by &amp;itself</source>
        <translation>Cambiar por sí &amp;sola</translation>
    </message>
    <message>
        <source>Every {seconds} seconds</source>
        <translation>Cada {seconds} segundos</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>Letra más &amp;grande</translation>
    </message>
    <message>
        <source>S&amp;maller type</source>
        <translation>Letra más &amp;pequeña</translation>
    </message>
    <message>
        <source>Type as &amp;usual</source>
        <translation>Letra &amp;normal</translation>
    </message>
    <message>
        <source>Show the stage &amp;here</source>
        <translation>Mostrar el escenario aq&amp;uí</translation>
    </message>
</context>
<context>
    <name>StagePreview</name>
    <message>
        <source>What the audience sees</source>
        <translation>Lo que ve el público</translation>
    </message>
    <message>
        <source>What the audience sees. Click for the next scene (Page Down).</source>
        <translation>Lo que ve el público. Clic: escena siguiente (Av Pág).</translation>
    </message>
    <message>
        <source>Code to take the moment home</source>
        <translation>Código para llevarse el momento</translation>
    </message>
    <message>
        <source>On the stage: {scene}</source>
        <translation>En el escenario: {scene}</translation>
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
        <source>NaN {count}×</source>
        <translation>NaN {count}×</translation>
    </message>
    <message>
        <source>Pictures per second from the camera</source>
        <translation>Imágenes por segundo que entrega la cámara</translation>
    </message>
    <message>
        <source>Pictures per second on screen</source>
        <translation>Imágenes por segundo que se muestran</translation>
    </message>
    <message>
        <source>Predictions per second</source>
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
        <source>How often sound was lost because the computer was too busy</source>
        <translation>Cuántas veces se perdió sonido porque el ordenador estaba demasiado ocupado</translation>
    </message>
    <message>
        <source>Answers that were not numbers (NaN) and were left out: the model is damaged</source>
        <translation>Respuestas que no eran números (NaN) y se omitieron: el modelo está dañado</translation>
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
    <name>Sum</name>
    <message>
        <source>Training gave each input one score, the same at every moment. A weight is the input&apos;s share of the sum of e^score (softmax).</source>
        <translation>El entrenamiento dio a cada entrada una puntuación, la misma en todo momento. Un peso es la parte de la entrada en la suma de e^puntuación (softmax).</translation>
    </message>
    <message>
        <source>The gate gives each input a score for this very moment. A weight is the input&apos;s share of the sum of e^score (softmax).</source>
        <translation>La compuerta da a cada entrada una puntuación para este preciso momento. Un peso es la parte de la entrada en la suma de e^puntuación (softmax).</translation>
    </message>
    <message>
        <source>The gate weighs every value of the embeddings by itself (a softmax over the inputs). A weight is the mean over all values.</source>
        <translation>La compuerta pondera cada valor de las representaciones por separado (un softmax sobre las entradas). Un peso es la media de todos los valores.</translation>
    </message>
    <message>
        <source>Everything that is present counts the same.</source>
        <translation>Todo lo que está presente cuenta lo mismo.</translation>
    </message>
    <message>
        <source>Each input&apos;s own head is as sure as its class scores rise: its energy is their log-sum-exp, its trust log(1 + e^energy). A weight is the input&apos;s share of all trust.</source>
        <translation>La cabeza propia de cada entrada está tan segura como suben sus puntuaciones de clase: su energía es el log-sum-exp de estas; su confianza, log(1 + e^energía). Un peso es la parte de la entrada en toda la confianza.</translation>
    </message>
    <message>
        <source>This model looks at one input only.</source>
        <translation>Este modelo solo mira una entrada.</translation>
    </message>
    <message>
        <source>You set the weights. What an absent input would have goes to the others in proportion.</source>
        <translation>Usted fija los pesos. Lo que tendría una entrada ausente pasa a las demás en proporción.</translation>
    </message>
    <message>
        <source>e^(score − greatest)</source>
        <translation>e^(puntuación − mayor)</translation>
    </message>
    <message>
        <source>sum over the values</source>
        <translation>suma de los valores</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>trust</source>
        <translation>confianza</translation>
    </message>
    <message>
        <source>your share</source>
        <translation>su parte</translation>
    </message>
    <message>
        <source>This method does not tell how its weights are made.</source>
        <translation>Este método no dice cómo se forman sus pesos.</translation>
    </message>
    <message>
        <source>There is no input to weigh.</source>
        <translation>No hay ninguna entrada que ponderar.</translation>
    </message>
    <message>
        <source>This method has no weights.</source>
        <translation>Este método no tiene pesos.</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>peso</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>energía</translation>
    </message>
    <message>
        <source>score</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>suma</translation>
    </message>
    <message>
        <source>There is no answer to contribute to.</source>
        <translation>No hay respuesta a la que contribuir.</translation>
    </message>
    <message>
        <source>It is absent, so it contributes exactly 0.</source>
        <translation>Está ausente, así que contribuye exactamente 0.</translation>
    </message>
    <message>
        <source>with</source>
        <translation>junto con</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>órdenes</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>after</source>
        <translation>después</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>añade</translation>
    </message>
    <message>
        <source>nothing (a guess)</source>
        <translation>nada (al azar)</translation>
    </message>
    <message>
        <source>The inputs arrive one after the other, in each of the {orders} possible orders. The contribution is what {name} adds to the probability of “{label}” when it arrives, on average (Shapley value).</source>
        <translation>Las entradas llegan una tras otra, en cada uno de los {orders} órdenes posibles. El aporte es lo que {name} añade en promedio a la probabilidad de «{label}» al llegar (valor de Shapley).</translation>
    </message>
    <message>
        <source>mean over the orders</source>
        <translation>media de los órdenes</translation>
    </message>
    <message>
        <source>Weight of {name}: {weight}</source>
        <translation>Peso de {name}: {weight}</translation>
    </message>
    <message>
        <source>Contribution of {name}: {points}</source>
        <translation>Aporte de {name}: {points}</translation>
    </message>
</context>
<context>
    <name>SumWindow</name>
    <message>
        <source>How it is computed</source>
        <translation>Cómo se calcula</translation>
    </message>
    <message>
        <source>Waiting for the first answer …</source>
        <translation>Esperando la primera respuesta…</translation>
    </message>
</context>
<context>
    <name>TakeAwayWindow</name>
    <message>
        <source>Take it away – mmdesk</source>
        <translation>Para llevar – mmdesk</translation>
    </message>
    <message>
        <source>A telephone in the same network can fetch this moment as a page, by scanning a code. The page is there only while its code is shown, and nothing else can be fetched. Shall telephones be let in?</source>
        <translation>Un teléfono de la misma red puede llevarse este momento como página leyendo un código. La página solo está mientras se muestra su código, y no se puede obtener nada más. ¿Dejar entrar a los teléfonos?</translation>
    </message>
    <message>
        <source>Let telephones in</source>
        <translation>Dejar entrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Scan this with a telephone in the same network.</source>
        <translation>Lea el código con un teléfono de la misma red.</translation>
    </message>
    <message>
        <source>Address of this computer</source>
        <translation>Dirección de este ordenador</translation>
    </message>
    <message>
        <source>This computer is in several networks; choose the telephone&apos;s</source>
        <translation>Este ordenador está en varias redes; elija la del teléfono</translation>
    </message>
    <message>
        <source>QR code of the page&apos;s address</source>
        <translation>Código QR de la dirección de la página</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>Mostrar en el escenario</translation>
    </message>
    <message>
        <source>The audience window shows the code large, as long as the page is there</source>
        <translation>La ventana del público muestra el código en grande mientras exista la página</translation>
    </message>
    <message>
        <source>Fetched: {count}. The page goes when this is closed, or in {time}.</source>
        <translation>Descargas: {count}. La página desaparece al cerrar esta ventana o en {time}.</translation>
    </message>
    <message>
        <source>The page goes when this is closed, or in {time}.</source>
        <translation>La página desaparece al cerrar esta ventana o en {time}.</translation>
    </message>
</context>
<context>
    <name>TeachWindow</name>
    <message>
        <source>Background … {seconds}</source>
        <translation>Fondo … {seconds}</translation>
    </message>
    <message>
        <source>Show nothing for a moment: what is there now will count as “none of these”.</source>
        <translation>No muestre nada por un momento: lo que hay ahora contará como «nada de esto».</translation>
    </message>
    <message>
        <source>What shall it know?</source>
        <translation>¿Qué debe conocer?</translation>
    </message>
    <message>
        <source>Name a class, then hold the record key and show it, say it and type it.</source>
        <translation>Ponga nombre a una clase; después mantenga la tecla de grabar y muéstrela, dígala y escríbala.</translation>
    </message>
    <message>
        <source>One more class</source>
        <translation>Una clase más</translation>
    </message>
    <message>
        <source>Show examples</source>
        <translation>Muestre ejemplos</translation>
    </message>
    <message>
        <source>It needs two classes with examples to tell apart.</source>
        <translation>Necesita dos clases con ejemplos para distinguirlas.</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Aún no hay respuesta</translation>
    </message>
    <message>
        <source>Another model answers</source>
        <translation>Responde otro modelo</translation>
    </message>
    <message>
        <source>Choose “Teach” in the menu again, and what is taught here answers.</source>
        <translation>Elija otra vez «Enseñar» en el menú y responderá lo que se ha enseñado aquí.</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>Aprendiendo …</translation>
    </message>
    <message>
        <source>A few seconds, then it answers here.</source>
        <translation>Unos segundos y responderá aquí.</translation>
    </message>
    <message>
        <source>Teach – mmdesk</source>
        <translation>Enseñar – mmdesk</translation>
    </message>
</context>
<context>
    <name>TeachingForgetting</name>
    <message>
        <source>Teach</source>
        <translation>Enseñar</translation>
    </message>
    <message>
        <source>This visitor has shown nothing yet. Forget the visitor before?</source>
        <translation>Este visitante aún no ha mostrado nada. ¿Olvidar al visitante anterior?</translation>
    </message>
    <message>
        <source>This would be wiped: {what}. Nothing can bring it back.</source>
        <translation>Se borraría: {what}. Nada puede recuperarlo.</translation>
    </message>
    <message>
        <source>Forget the visitor before</source>
        <translation>Olvidar al visitante anterior</translation>
    </message>
    <message>
        <source>examples: {count} ({inputs})</source>
        <translation>ejemplos: {count} ({inputs})</translation>
    </message>
    <message>
        <source>classes: {names}</source>
        <translation>clases: {names}</translation>
    </message>
    <message>
        <source>background: {count}</source>
        <translation>fondo: {count}</translation>
    </message>
</context>
<context>
    <name>TeachingProjects</name>
    <message>
        <source>The last changes could not be saved.</source>
        <translation>No se pudieron guardar los últimos cambios.</translation>
    </message>
    <message>
        <source>What is taught now is only in memory.</source>
        <translation>Lo que se ha enseñado está solo en la memoria.</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseñar</translation>
    </message>
    <message>
        <source>It will be gone unless you save it.</source>
        <translation>Se perderá si usted no lo guarda.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Salir sin guardar</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
</context>
<context>
    <name>TextMarks</name>
    <message>
        <source>changes nothing</source>
        <translation>no cambia nada</translation>
    </message>
    <message>
        <source>{said}: {points} points</source>
        <translation>{said}: {points} puntos</translation>
    </message>
</context>
<context>
    <name>TextSizeMenu</name>
    <message>
        <source>Text si&amp;ze</source>
        <translation>&amp;Tamaño del texto</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texto más &amp;grande</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texto más &amp;pequeño</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>Tamaño &amp;habitual del texto</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>The newest examples</source>
        <translation>Los ejemplos más recientes</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>One tick back</source>
        <translation>Un paso atrás</translation>
    </message>
    <message>
        <source>One tick forward</source>
        <translation>Un paso adelante</translation>
    </message>
    <message>
        <source>Rerun the last {seconds} s</source>
        <translation>Repetir los últimos {seconds} s</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Volver al directo</translation>
    </message>
    <message>
        <source>Timeline of the last half minute</source>
        <translation>Línea de tiempo del último medio minuto</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>congelado</translation>
    </message>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} s</translation>
    </message>
    <message>
        <source>as it was: {answer}</source>
        <translation>como fue: {answer}</translation>
    </message>
    <message>
        <source>then: {then}; now: {now}</source>
        <translation>entonces: {then}; ahora: {now}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>rerun: {same} of {count} answers are the same in every digit</source>
        <translation>repetido: {same} de {count} respuestas iguales en todas sus cifras</translation>
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
        <translation>congelado</translation>
    </message>
    <message>
        <source>no history yet</source>
        <translation>aún no hay historial</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>new class</source>
        <translation>clase nueva</translation>
    </message>
    <message>
        <source>new name</source>
        <translation>nombre nuevo</translation>
    </message>
    <message>
        <source>new colour</source>
        <translation>color nuevo</translation>
    </message>
    <message>
        <source>class deleted</source>
        <translation>clase borrada</translation>
    </message>
    <message>
        <source>order of classes</source>
        <translation>orden de las clases</translation>
    </message>
    <message>
        <source>new examples</source>
        <translation>ejemplos nuevos</translation>
    </message>
    <message>
        <source>examples moved</source>
        <translation>ejemplos movidos</translation>
    </message>
    <message>
        <source>examples deleted</source>
        <translation>ejemplos borrados</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Choose another key, a foot switch&apos;s for example</source>
        <translation>Elegir otra tecla, por ejemplo la de un pedal</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseñar</translation>
    </message>
    <message>
        <source>Only in memory: nothing is stored unless you save it.</source>
        <translation>Solo en memoria: no se guarda nada a menos que usted lo guarde.</translation>
    </message>
    <message>
        <source>Saved with every change.</source>
        <translation>Se guarda con cada cambio.</translation>
    </message>
    <message>
        <source>Changes are not saved. Save it elsewhere.</source>
        <translation>Los cambios no se guardan. Guárdelo en otro lugar.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: {change} (Ctrl+Z)</source>
        <translation>Deshacer: {change} (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo: {change} (Ctrl+Shift+Z)</source>
        <translation>Rehacer: {change} (Ctrl+Mayús+Z)</translation>
    </message>
    <message>
        <source>Record key: {key}</source>
        <translation>Tecla de grabar: {key}</translation>
    </message>
    <message>
        <source>Press a key …</source>
        <translation>Pulse una tecla …</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Agree</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <source>they agree. The bars show how much each one counts in the answer.</source>
        <translation>coinciden. Las barras muestran cuánto cuenta cada una en la respuesta.</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Mute one input: press the crossed-out circle at the top of its panel.</source>
        <translation>Silencie una entrada: pulse el círculo tachado arriba en su panel.</translation>
    </message>
    <message>
        <source>it no longer counts, and the others answer without it. Now unmute it.</source>
        <translation>ya no cuenta, y las demás responden sin ella. Ahora vuelva a activarla.</translation>
    </message>
    <message>
        <source>When one input is missing, the model works with the rest.</source>
        <translation>Cuando falta una entrada, el modelo trabaja con las demás.</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Tapar</translation>
    </message>
    <message>
        <source>Cover the lens with your hand. Without a camera, mute the picture instead.</source>
        <translation>Tape la lente con la mano. Sin cámara, silencie la imagen.</translation>
    </message>
    <message>
        <source>A recording has no lens to cover: mute the picture instead.</source>
        <translation>Una grabación no tiene lente: silencie la imagen.</translation>
    </message>
    <message>
        <source>the picture no longer counts, and its panel says why. Now bring it back.</source>
        <translation>la imagen ya no cuenta, y su panel dice por qué. Ahora recupérela.</translation>
    </message>
    <message>
        <source>The model does not take a covered lens for a black picture: it knows that there is nothing to see.</source>
        <translation>El modelo no toma una lente tapada por una imagen negra: sabe que no hay nada que ver.</translation>
    </message>
    <message>
        <source>Contradict</source>
        <translation>Contradecir</translation>
    </message>
    <message>
        <source>Let all inputs say the same: “{label}”, for example.</source>
        <translation>Haga que todas las entradas digan lo mismo: «{label}», por ejemplo.</translation>
    </message>
    <message>
        <source>Watch the recording: sometimes all inputs say the same.</source>
        <translation>Mire la grabación: a veces todas las entradas dicen lo mismo.</translation>
    </message>
    <message>
        <source>Several inputs, one answer. Each bar shows how much the model listens to one of them.</source>
        <translation>Varias entradas, una respuesta. Cada barra muestra cuánto escucha el modelo a una.</translation>
    </message>
    <message>
        <source>Complement</source>
        <translation>Complementar</translation>
    </message>
    <message>
        <source>Give each input its part of “{label}”: none can know the answer alone.</source>
        <translation>Dé a cada entrada su parte de «{label}»: ninguna puede saber sola la respuesta.</translation>
    </message>
    <message>
        <source>Watch the recording: none of the inputs can know the answer alone.</source>
        <translation>Mire la grabación: ninguna de las entradas puede saber sola la respuesta.</translation>
    </message>
    <message>
        <source>together they know what none of them knows alone.</source>
        <translation>juntas saben lo que ninguna sabe sola.</translation>
    </message>
    <message>
        <source>No input can know this alone. Only together do they give the answer.</source>
        <translation>Ninguna entrada puede saberlo sola. Solo juntas dan la respuesta.</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Aporte</translation>
    </message>
    <message>
        <source>See how much an input helped or misled: click its bars.</source>
        <translation>Vea cuánto ayudó o desvió una entrada: haga clic en sus barras.</translation>
    </message>
    <message>
        <source>the sum behind the bar, with the numbers of this very moment. Close it again.</source>
        <translation>la cuenta que hay detrás de la barra, con los números de este mismo momento. Vuelva a cerrarla.</translation>
    </message>
    <message>
        <source>The weight says what the model used. The contribution says what really helped.</source>
        <translation>El peso dice qué usó el modelo. El aporte dice qué ayudó de verdad.</translation>
    </message>
    <message>
        <source>Contradict yourself: let one input say “{label}” and another one “{other}”.</source>
        <translation>Contradígase: que una entrada diga «{label}» y otra «{other}».</translation>
    </message>
    <message>
        <source>Contradict the recording: press F9 to make the text lie.</source>
        <translation>Contradiga la grabación: pulse F9 para que el texto mienta.</translation>
    </message>
    <message>
        <source>they disagree, and the program says so. Which one does the model believe?</source>
        <translation>no coinciden, y el programa lo dice. ¿A cuál cree el modelo?</translation>
    </message>
    <message>
        <source>Now they contradict each other. Which one will the model believe? Which one would you believe?</source>
        <translation>Ahora se contradicen. ¿A cuál creerá el modelo? ¿A cuál creería usted?</translation>
    </message>
    <message>
        <source>Honesty</source>
        <translation>Honestidad</translation>
    </message>
    <message>
        <source>Do the weights tell the truth? Rest the pointer on the honesty meter, or click it.</source>
        <translation>¿Dicen la verdad los pesos? Ponga el puntero sobre el medidor de honestidad o haga clic en él.</translation>
    </message>
    <message>
        <source>at 100%, what the model used is what mattered. The words beside it say where not.</source>
        <translation>al 100 %, lo que usó el modelo es lo que importó. Las palabras de al lado dicen dónde no.</translation>
    </message>
    <message>
        <source>Does the model use what helps it? The meter compares the two.</source>
        <translation>¿Usa el modelo lo que le ayuda? El medidor compara ambas cosas.</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Intervenir</translation>
    </message>
    <message>
        <source>Set the weights yourself: move one of the sliders.</source>
        <translation>Fije usted los pesos: mueva uno de los controles.</translation>
    </message>
    <message>
        <source>these are your weights, and the answer follows them. Now press “Reset”.</source>
        <translation>son sus pesos, y la respuesta los sigue. Ahora pulse «Restablecer».</translation>
    </message>
    <message>
        <source>You are the gate now. How far must you push before the answer changes?</source>
        <translation>Ahora usted es la compuerta. ¿Cuánto hay que empujar para que cambie la respuesta?</translation>
    </message>
    <message>
        <source>Switch the method</source>
        <translation>Cambiar de método</translation>
    </message>
    <message>
        <source>Choose another fusion method: click one in the table, or press a key from 1 to 9.</source>
        <translation>Elija otro método de fusión: haga clic en uno de la tabla o pulse una tecla del 1 al 9.</translation>
    </message>
    <message>
        <source>the same inputs, fused by another method. The table shows them all side by side.</source>
        <translation>las mismas entradas, fusionadas por otro método. La tabla los muestra todos juntos.</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>Retroceder</translation>
    </message>
    <message>
        <source>Press “Freeze”, then go back in time: drag along the line that appears below.</source>
        <translation>Pulse «Congelar» y retroceda en el tiempo: arrastre por la línea que aparece abajo.</translation>
    </message>
    <message>
        <source>a moment from before, just as it was. Try another method on it if you like.</source>
        <translation>un momento anterior, tal como fue. Pruebe con él otro método si quiere.</translation>
    </message>
    <message>
        <source>Every moment of the last half minute is still here.</source>
        <translation>Cada momento del último medio minuto sigue aquí.</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>Ask why: freeze the window, or choose another moment, and wait a little.</source>
        <translation>Pregunte por qué: congele la ventana o elija otro momento, y espere un poco.</translation>
    </message>
    <message>
        <source>the marks show which parts of the inputs support the answer, and which oppose it.</source>
        <translation>las marcas muestran qué partes de las entradas apoyan la respuesta y cuáles se oponen.</translation>
    </message>
    <message>
        <source>Why this answer? These parts speak for it, those against it.</source>
        <translation>¿Por qué esta respuesta? Estas partes la apoyan, aquellas se oponen.</translation>
    </message>
    <message>
        <source>The same inputs, fused by different methods. They do not always give the same answer.</source>
        <translation>Las mismas entradas con métodos distintos. No siempre dan la misma respuesta.</translation>
    </message>
</context>
<context>
    <name>TourStrip</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Terminar la visita</translation>
    </message>
    <message>
        <source>TOUR {number}/{count}</source>
        <translation>VISITA {number}/{count}</translation>
    </message>
    <message>
        <source>Done – look: {what}</source>
        <translation>Hecho. Mire: {what}</translation>
    </message>
    <message>
        <source>The current method has no weights to set. Choose the attention gate first.</source>
        <translation>El método actual no tiene pesos que ajustar. Elija antes la compuerta de atención.</translation>
    </message>
    <message>
        <source>The tour notices by itself when you have done it.</source>
        <translation>La visita se da cuenta sola cuando lo ha hecho.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
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
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>These curves show how well the model does on the validation samples as it learns: with all inputs, and with each input alone. If an input&apos;s own curve falls while the curve for all inputs rises, the model is forgetting that input.</source>
        <translation>Estas curvas muestran lo bien que acierta el modelo en las muestras de validación mientras aprende: con todas las entradas y con cada una por separado. Si la curva de una entrada baja mientras la de todas sube, el modelo está olvidando esa entrada.</translation>
    </message>
    <message>
        <source>{name} is being forgotten: alone it fell from {then} to {now}, while all inputs together rose from {whole_then} to {whole_now}. Hold back the dominant input, raise the modality dropout, or train the encoders first.</source>
        <translation>Se está olvidando la entrada {name}: sola bajó de {then} a {now}, mientras todas juntas subían de {whole_then} a {whole_now}. Frene la entrada dominante, suba la omisión de entradas o entrene primero los codificadores.</translation>
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
        <source>Evidence (Dempster–Shafer, TMC)</source>
        <translation>Evidencia (Dempster–Shafer, TMC)</translation>
    </message>
    <message>
        <source>Late fusion by quality (QMF)</source>
        <translation>Fusión tardía por calidad (QMF)</translation>
    </message>
    <message>
        <source>Product of experts</source>
        <translation>Producto de expertos</translation>
    </message>
    <message>
        <source>Low-rank tensor fusion (LMF)</source>
        <translation>Fusión tensorial de rango bajo (LMF)</translation>
    </message>
    <message>
        <source>Multiplied in pairs (bilinear)</source>
        <translation>Multiplicadas por pares (bilineal)</translation>
    </message>
    <message>
        <source>Modulation by the others (FiLM)</source>
        <translation>Modulación por las demás (FiLM)</translation>
    </message>
    <message>
        <source>Adds up what each input says by itself. It cannot tell what only several inputs together mean.</source>
        <translation>Suma lo que dice cada entrada por sí sola. No puede saber lo que solo significan varias entradas juntas.</translation>
    </message>
    <message>
        <source>Mixes the inputs with weights that never change. It knows which input is good in general, not which is good right now, and cannot tell what only several together mean.</source>
        <translation>Mezcla las entradas con pesos que nunca cambian. Sabe qué entrada es buena en general, no cuál lo es ahora, y no puede saber lo que solo significan varias juntas.</translation>
    </message>
    <message>
        <source>Weighs the inputs anew every moment. It can turn to the clearer one, but hardly tell what only several together mean.</source>
        <translation>Pondera de nuevo las entradas a cada momento. Puede atender a la más clara, pero apenas saber lo que solo significan varias juntas.</translation>
    </message>
    <message>
        <source>Weighs every single value of each input. It can take one thing from one input and another from the next, and so combine them.</source>
        <translation>Pondera cada valor de cada entrada. Puede tomar una cosa de una entrada y otra de la siguiente, y así combinarlas.</translation>
    </message>
    <message>
        <source>Passes all inputs through joint layers. It can combine them in any way, but has no weights to show.</source>
        <translation>Pasa todas las entradas por capas comunes. Puede combinarlas de cualquier modo, pero no tiene pesos que mostrar.</translation>
    </message>
    <message>
        <source>Lets the inputs read each other. It can combine them in any way, has no weights to show, and takes the longest to compute.</source>
        <translation>Deja que las entradas se lean entre sí. Puede combinarlas de cualquier modo, no tiene pesos que mostrar y es la que más tarda en calcular.</translation>
    </message>
    <message>
        <source>Passes every input through the same layers and averages them. What one teaches serves the others, but it can hardly tell what only several together mean.</source>
        <translation>Pasa cada entrada por las mismas capas y las promedia. Lo que enseña una sirve a las demás, pero apenas puede saber lo que solo significan varias juntas.</translation>
    </message>
    <message>
        <source>Passes all inputs through joint layers while each also learns to answer alone. It can combine them, but has no weights to show.</source>
        <translation>Pasa todas las entradas por capas comunes mientras cada una aprende también a responder sola. Puede combinarlas, pero no tiene pesos que mostrar.</translation>
    </message>
    <message>
        <source>Lets each input answer alone and averages the answers. It cannot tell what only several inputs together mean.</source>
        <translation>Deja que cada entrada responda sola y promedia las respuestas. No puede saber lo que solo significan varias entradas juntas.</translation>
    </message>
    <message>
        <source>Lets each input say how sure it is, and joins what they claim. It shows doubt and conflict, but cannot tell what only several inputs together mean.</source>
        <translation>Deja que cada entrada diga lo segura que está y une lo que afirman. Muestra duda y conflicto, pero no puede saber lo que solo significan varias entradas juntas.</translation>
    </message>
    <message>
        <source>Averages the inputs&apos; own answers, the clear ones with more weight. It can turn down an unclear input, but cannot tell what only several together mean.</source>
        <translation>Promedia las respuestas propias de las entradas, las claras con más peso. Puede bajar una entrada poco clara, pero no saber lo que solo significan varias juntas.</translation>
    </message>
    <message>
        <source>Multiplies the inputs&apos; own probabilities. Those that agree make each other surer and each can veto, but it can represent no more than concatenation.</source>
        <translation>Multiplica las probabilidades propias de las entradas. Las que coinciden se refuerzan y cada una puede vetar, pero no puede representar más que la concatenación.</translation>
    </message>
    <message>
        <source>Multiplies all inputs with each other, through a few factors. It can tell what all of them together mean, but has no weights to show.</source>
        <translation>Multiplica todas las entradas entre sí mediante unos pocos factores. Puede saber lo que significan todas juntas, pero no tiene pesos que mostrar.</translation>
    </message>
    <message>
        <source>Multiplies the inputs two by two. It can tell what pairs mean together, and from them much of what three mean; no term multiplies all three.</source>
        <translation>Multiplica las entradas de dos en dos. Puede saber lo que significan los pares y, a partir de ellos, gran parte de lo que significan tres; ningún término multiplica las tres.</translation>
    </message>
    <message>
        <source>Scales and shifts each input by what the others hold. It can read one in the light of the rest, but has no weights to show.</source>
        <translation>Escala y desplaza cada entrada según lo que contienen las demás. Puede leer una a la luz del resto, pero no tiene pesos que mostrar.</translation>
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
        <source>Training the other methods</source>
        <translation>Entrenando los otros métodos</translation>
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
        <source>one folder per class</source>
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
    <name>TransportBar</name>
    <message>
        <source>One answer back</source>
        <translation>Una respuesta atrás</translation>
    </message>
    <message>
        <source>One answer forward</source>
        <translation>Una respuesta adelante</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>Lo más rápido posible</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marcas</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Tramo</translation>
    </message>
    <message>
        <source>Chooses a stretch: only that is played and exported</source>
        <translation>Elige un tramo: solo ese se reproduce y se exporta</translation>
    </message>
    <message>
        <source>&amp;Begin here</source>
        <translation>&amp;Empezar aquí</translation>
    </message>
    <message>
        <source>&amp;End here</source>
        <translation>&amp;Terminar aquí</translation>
    </message>
    <message>
        <source>The &amp;whole recording</source>
        <translation>La grabación &amp;completa</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>Como se grabó</translation>
    </message>
    <message>
        <source>Puts the weights, perturbations, mutes and the fusion method of the recording in force again, as long as you set nothing yourself</source>
        <translation>Vuelve a aplicar los pesos, las alteraciones, los silencios y el método de fusión de la grabación, mientras no ajuste nada usted</translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation>La grabación completa</translation>
    </message>
    <message>
        <source>Go on (space bar)</source>
        <translation>Continuar (barra espaciadora)</translation>
    </message>
    <message>
        <source>Stop here (space bar)</source>
        <translation>Parar aquí (barra espaciadora)</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>as it was: {answer}</source>
        <translation>como era: {answer}</translation>
    </message>
    <message>
        <source>then: {then}; now: {now}</source>
        <translation>entonces: {then}; ahora: {now}</translation>
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
        <source>about: {names} …</source>
        <translation>sobre: {names}…</translation>
    </message>
    <message>
        <source>Type here …</source>
        <translation>Escriba aquí…</translation>
    </message>
</context>
<context>
    <name>WeightSlider</name>
    <message>
        <source>model: {share}</source>
        <translation>modelo: {share}</translation>
    </message>
</context>
<context>
    <name>WeightStrip</name>
    <message>
        <source>not defined for this method</source>
        <translation>no definido para este método</translation>
    </message>
    <message>
        <source>the weights of the last half minute will appear here</source>
        <translation>aquí se verán los pesos del último medio minuto</translation>
    </message>
</context>
<context>
    <name>WeightsPage</name>
    <message>
        <source>How it is computed</source>
        <translation>Cómo se calcula</translation>
    </message>
    <message>
        <source>Weights and contributions now</source>
        <translation>Pesos y aportes ahora</translation>
    </message>
    <message>
        <source>Click to see how a weight and a contribution are computed</source>
        <translation>Haga clic para ver cómo se calculan un peso y un aporte</translation>
    </message>
    <message>
        <source>Attention weights over the last half minute</source>
        <translation>Pesos de atención del último medio minuto</translation>
    </message>
    <message>
        <source>full bar: weight (what was used) · outlined: contribution (what mattered)</source>
        <translation>barra llena: peso (lo usado) · contorno: aporte (lo que importó)</translation>
    </message>
    <message>
        <source>no weights of its own · grey: how unsure the input is · outlined: contribution</source>
        <translation>sin pesos propios · gris: cuánto duda la entrada · contorno: aporte</translation>
    </message>
    <message>
        <source>no weights of its own · outlined: contribution (what mattered)</source>
        <translation>sin pesos propios · contorno: aporte (lo que importó)</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to mmdesk</source>
        <translation>Bienvenida a mmdesk</translation>
    </message>
    <message>
        <source>A model looks, listens and reads, and gives one answer. Here you see how much it relies on each of the three, and what happens when they disagree.</source>
        <translation>Un modelo mira, escucha y lee, y da una sola respuesta. Aquí ve cuánto se apoya en cada una de las tres cosas y qué ocurre cuando se contradicen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Decir</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Hold something up to the camera: a large 3, for example.</source>
        <translation>Muestre algo a la cámara: un 3 grande, por ejemplo.</translation>
    </message>
    <message>
        <source>Say what it is, or something else on purpose.</source>
        <translation>Diga qué es, o diga otra cosa a propósito.</translation>
    </message>
    <message>
        <source>Type a word, in your own language if you like.</source>
        <translation>Escriba una palabra, en su propio idioma si quiere.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Probar el ejemplo</translation>
    </message>
    <message>
        <source>Plays recorded picture, sound and text: no camera is needed</source>
        <translation>Reproduce imagen, sonido y texto grabados: no hace falta cámara</translation>
    </message>
    <message>
        <source>Use my camera and microphone</source>
        <translation>Usar mi cámara y mi micrófono</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, and nothing is stored</source>
        <translation>Nada sale de este ordenador y nada se guarda</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Hacer la visita guiada</translation>
    </message>
    <message>
        <source>Shows you the window step by step</source>
        <translation>Le muestra la ventana paso a paso</translation>
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
        <source>&amp;Bundled model: digits</source>
        <translation>Modelo &amp;incluido: cifras</translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation>&amp;Restablecer todo</translation>
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
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>The last half &amp;minute (CSV)…</source>
        <translation>El último medio &amp;minuto (CSV)…</translation>
    </message>
    <message>
        <source>A &amp;panel (PNG, SVG)</source>
        <translation>Un &amp;panel (PNG, SVG)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>{name} (missing)</source>
        <translation>{name} (no está)</translation>
    </message>
    <message>
        <source>Stop re&amp;cording</source>
        <translation>Parar la &amp;grabación</translation>
    </message>
    <message>
        <source>Re&amp;cord</source>
        <translation>&amp;Grabar</translation>
    </message>
    <message>
        <source>Microscope</source>
        <translation>Microscopio</translation>
    </message>
    <message>
        <source>Teac&amp;h…</source>
        <translation>&amp;Enseñar…</translation>
    </message>
    <message>
        <source>&amp;All models…</source>
        <translation>&amp;Todos los modelos…</translation>
    </message>
    <message>
        <source>&amp;Open recording…</source>
        <translation>&amp;Abrir grabación…</translation>
    </message>
    <message>
        <source>Mar&amp;k this moment</source>
        <translation>Mar&amp;car este momento</translation>
    </message>
    <message>
        <source>The &amp;snapshot (HTML)…</source>
        <translation>La &amp;instantánea (HTML)…</translation>
    </message>
    <message>
        <source>Hand to a &amp;telephone…</source>
        <translation>Pasar a un &amp;teléfono…</translation>
    </message>
    <message>
        <source>The &amp;recording that is played (video)…</source>
        <translation>La g&amp;rabación que se reproduce (vídeo)…</translation>
    </message>
    <message>
        <source>The &amp;answers to it (table)…</source>
        <translation>Las res&amp;puestas a ella (tabla)…</translation>
    </message>
    <message>
        <source>&amp;New visitor</source>
        <translation>&amp;Nuevo visitante</translation>
    </message>
    <message>
        <source>Mi&amp;croscope</source>
        <translation>Mi&amp;croscopio</translation>
    </message>
    <message>
        <source>&amp;Audience window</source>
        <translation>Ventana del &amp;público</translation>
    </message>
    <message>
        <source>Help &amp;pages</source>
        <translation>&amp;Páginas de ayuda</translation>
    </message>
    <message>
        <source>&amp;Report a problem</source>
        <translation>Info&amp;rmar de un problema</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>&amp;Bienvenida</translation>
    </message>
    <message>
        <source>Guided &amp;tour</source>
        <translation>&amp;Visita guiada</translation>
    </message>
    <message>
        <source>&amp;Cheat sheet for presenters</source>
        <translation>&amp;Chuleta para presentadores</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferencias…</translation>
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
        <source>Open recording</source>
        <translation>Abrir grabación</translation>
    </message>
    <message>
        <source>Recordings (session.json)</source>
        <translation>Grabaciones (session.json)</translation>
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
    <name>WithoutRows</name>
    <message>
        <source>without {input}</source>
        <translation>sin {input}</translation>
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
        <source>present</source>
        <translation>presente</translation>
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
        <source>no input</source>
        <translation>sin entradas</translation>
    </message>
    <message>
        <source>no clear answer</source>
        <translation>sin respuesta clara</translation>
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
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Compuerta</translation>
    </message>
    <message>
        <source>Perturb</source>
        <translation>Alterar</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Métodos</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
</context>
</TS>
