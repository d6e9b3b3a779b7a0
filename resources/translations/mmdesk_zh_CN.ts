<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About mmdesk</source>
        <translation>关于 mmdesk</translation>
    </message>
    <message>
        <source>A live fusion microscope: see how a model weighs what you show, say and type.
Nothing leaves this computer, and nothing is stored unless you ask for it.</source>
        <translation>实时融合显微镜：看模型怎样权衡您展示、说出和输入的内容。
任何内容都不会离开这台电脑；除非您要求，也不会保存任何内容。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Copies the diagnostics, to be pasted into a message</source>
        <translation>复制诊断信息，以便粘贴到消息中</translation>
    </message>
    <message>
        <source>Packages that are installed beside it</source>
        <translation>一同安装的软件包</translation>
    </message>
</context>
<context>
    <name>AccuracyBars</name>
    <message>
        <source>{share}  ({interval})  of {count}</source>
        <translation>{share}  ({interval})  共 {count} 个</translation>
    </message>
    <message>
        <source>{share} ({low}–{high}%) of {count}</source>
        <translation>{share}（{low}–{high}%），共 {count} 个</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
</context>
<context>
    <name>AnswerPair</name>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>perturbed</source>
        <translation>受干扰</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有答案</translation>
    </message>
    <message>
        <source>perturbed: different answer</source>
        <translation>受干扰：答案变了</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>打开其他模型…</translation>
    </message>
    <message>
        <source>Use the bundled model</source>
        <translation>使用自带的模型</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Freezes the window and marks which parts of the inputs support the answer (attribution, saliency)</source>
        <translation>定格窗口，并标出输入的哪些部分支持答案（归因、显著性）</translation>
    </message>
    <message>
        <source>Audience window</source>
        <translation>观众窗口</translation>
    </message>
    <message>
        <source>Shows the answer large, for a projector (Ctrl+Shift+P)</source>
        <translation>用大字显示答案，供投影使用（Ctrl+Shift+P）</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>全屏（F11）</translation>
    </message>
    <message>
        <source>Answer of the model</source>
        <translation>模型的答案</translation>
    </message>
    <message>
        <source>Probability of every class</source>
        <translation>各类别的概率</translation>
    </message>
    <message>
        <source>Explaining …</source>
        <translation>正在解释…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>Freeze or continue (space bar)</source>
        <translation>定格或继续（空格键）</translation>
    </message>
</context>
<context>
    <name>AnswerStrip</name>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Nothing that it was taught.</source>
        <translation>不是教过它的东西。</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} 的把握</translation>
    </message>
    <message>
        <source>{sure}. {why}</source>
        <translation>{sure}。{why}</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Loading the model …</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Waiting for the first answer …</source>
        <translation>正在等待第一个答案…</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} 把握</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>没有模型</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>is the only input</source>
        <translation>是唯一的输入</translation>
    </message>
    <message>
        <source>stays · {share} sure</source>
        <translation>不变 · {share} 把握</translation>
    </message>
    <message>
        <source>changes · {share} sure</source>
        <translation>改变 · {share} 把握</translation>
    </message>
    <message>
        <source>no clear answer</source>
        <translation>没有明确的答案</translation>
    </message>
    <message>
        <source>Waiting for the first answer …</source>
        <translation>正在等待第一个答案…</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍等</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} 把握</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>未定义</translation>
    </message>
    <message>
        <source>is absent: {reason}</source>
        <translation>缺席：{reason}</translation>
    </message>
    <message>
        <source>FROZEN</source>
        <translation>已定格</translation>
    </message>
    <message>
        <source>{seen}: not enough alone</source>
        <translation>{seen}：单凭它不够</translation>
    </message>
    <message>
        <source>{seen}: “{label}” {share}</source>
        <translation>{seen}：“{label}” {share}</translation>
    </message>
</context>
<context>
    <name>AudienceWindow</name>
    <message>
        <source>mmdesk – for the audience</source>
        <translation>mmdesk – 观众窗口</translation>
    </message>
</context>
<context>
    <name>BusyStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Working on “{name}” …</source>
        <translation>正在处理“{name}”……</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Video file or address…</source>
        <translation>视频文件或网址…</translation>
    </message>
    <message>
        <source>film.mp4 or http://… or rtsp://…</source>
        <translation>film.mp4 或 http://… 或 rtsp://…</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Choose the camera</source>
        <translation>选择摄像头</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>镜像画面</translation>
    </message>
    <message>
        <source>Mirrors the picture on screen. The model never sees it mirrored.</source>
        <translation>仅在屏幕上镜像画面。模型看到的始终是未镜像的画面。</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>摄像头画面</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Freeze and continue</source>
        <translation>定格与继续</translation>
    </message>
    <message>
        <source>Choose another fusion method</source>
        <translation>换一种融合方法</translation>
    </message>
    <message>
        <source>The same while typing in the text box</source>
        <translation>同上，在文字框中输入时使用</translation>
    </message>
    <message>
        <source>Page: weights beside contributions</source>
        <translation>页面：权重与贡献对照</translation>
    </message>
    <message>
        <source>Page: weights by hand</source>
        <translation>页面：手动权重</translation>
    </message>
    <message>
        <source>Page: perturb an input</source>
        <translation>页面：干扰某个输入</translation>
    </message>
    <message>
        <source>Page: all methods side by side</source>
        <translation>页面：各种方法并排比较</translation>
    </message>
    <message>
        <source>Page: the map</source>
        <translation>页面：地图</translation>
    </message>
    <message>
        <source>Noisy hall: voices over the sound</source>
        <translation>嘈杂大厅：声音里混入人声</translation>
    </message>
    <message>
        <source>Dark stage: the picture goes dark</source>
        <translation>昏暗舞台：画面变暗</translation>
    </message>
    <message>
        <source>Liar: the text says something else</source>
        <translation>说谎者：文字说的是别的</translation>
    </message>
    <message>
        <source>Reset all: weights, perturbations, mutes, recording</source>
        <translation>全部重置：权重、干扰、忽略、录制内容</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>This list of keys</source>
        <translation>本按键列表</translation>
    </message>
    <message>
        <source>Leave full screen or the text box</source>
        <translation>退出全屏或离开文字框</translation>
    </message>
    <message>
        <source>On the stage: next scene, previous scene</source>
        <translation>在舞台上：下一场景、上一场景</translation>
    </message>
    <message>
        <source>Frozen or in a replay: one answer back, forward</source>
        <translation>定格时或回放中：后退、前进一个回答</translation>
    </message>
    <message>
        <source>Frozen or in a replay: one second back, forward</source>
        <translation>定格时或回放中：后退、前进一秒</translation>
    </message>
    <message>
        <source>Frozen or in a replay: to the beginning, to the end</source>
        <translation>定格时或回放中：到开头、到末尾</translation>
    </message>
    <message>
        <source>On the line of a replay: the mark before, the next mark</source>
        <translation>在回放的线上：上一标记、下一标记</translation>
    </message>
    <message>
        <source>Record, and stop recording</source>
        <translation>开始或停止录制</translation>
    </message>
    <message>
        <source>Mark this moment of the recording</source>
        <translation>标记录制中的此刻</translation>
    </message>
    <message>
        <source>Save a picture of the window</source>
        <translation>保存窗口截图</translation>
    </message>
    <message>
        <source>Cheat sheet for presenters</source>
        <translation>演示者速查表</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>另存为 HTML…</translation>
    </message>
    <message>
        <source>Save the cheat sheet</source>
        <translation>保存速查表</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>mmdesk: cheat sheet for presenters</source>
        <translation>mmdesk：演示者速查表</translation>
    </message>
    <message>
        <source>The tour and what to say</source>
        <translation>导览以及可以说的话</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>ChoicesCard</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>How the inputs are combined. This method answers first.</source>
        <translation>输入的融合方式。首先由此方法作答。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>The order in which the parts learn</source>
        <translation>各部分学习的顺序</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>The most passes over the data. Training stops early when nothing improves.</source>
        <translation>遍历数据的最多次数。不再进步时会提前停止。</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>How strongly pictures, sounds and texts are varied during training (see Preview)</source>
        <translation>训练时图片、声音和文字变化的强度（见“预览”）</translation>
    </message>
    <message>
        <source>Modality dropout</source>
        <translation>模态丢弃</translation>
    </message>
    <message>
        <source>Chance that an input is withheld, so that the model learns to do without it</source>
        <translation>隐去某一输入的概率，使模型学会在缺少它时也能工作</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>How strongly the model is kept from being overconfident</source>
        <translation>在多大程度上避免模型过于自信</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same model</source>
        <translation>相同的种子得到相同的模型</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>Where the training runs</source>
        <translation>训练运行的设备</translation>
    </message>
    <message>
        <source>Encoder: {name}</source>
        <translation>编码器：{name}</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Epochs of the encoders</source>
        <translation>编码器的轮数</translation>
    </message>
    <message>
        <source>Epochs of the fusion</source>
        <translation>融合的轮数</translation>
    </message>
    <message>
        <source>Train the other methods too</source>
        <translation>同时训练其他方法</translation>
    </message>
    <message>
        <source>Lets you compare all methods live. They share the encoders and train in seconds.</source>
        <translation>这样可以实时比较所有方法。它们共用编码器，只需几秒即可训练。</translation>
    </message>
    <message>
        <source>Hold back a dominant input (OGM-GE)</source>
        <translation>抑制占优的输入（OGM-GE）</translation>
    </message>
    <message>
        <source>Slows the input that learns fastest, so that the others are not forgotten. Only with “Everything together”.</source>
        <translation>放慢学得最快的输入，以免其他输入被遗忘。仅用于“全部一起训练”。</translation>
    </message>
    <message>
        <source>Give rare classes more weight</source>
        <translation>提高稀有类别的权重</translation>
    </message>
    <message>
        <source>For folders in which some classes have far fewer samples</source>
        <translation>适用于某些类别样本少得多的文件夹</translation>
    </message>
    <message>
        <source>Encoders first, then fusion</source>
        <translation>先编码器，后融合</translation>
    </message>
    <message>
        <source>Everything together</source>
        <translation>全部一起训练</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不使用</translation>
    </message>
</context>
<context>
    <name>ClassCard</name>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Three seconds of what is there when nothing is shown</source>
        <translation>什么都不展示时的三秒画面</translation>
    </message>
    <message>
        <source>Show it, say it, type it – or drop files here</source>
        <translation>展示它、说出它、输入它，或把文件拖到这里</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Choose another colour</source>
        <translation>选择另一种颜色</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>{name} 的更多选项</translation>
    </message>
    <message>
        <source>Examples, files, colour, delete</source>
        <translation>示例、文件、颜色、删除</translation>
    </message>
    <message>
        <source>So it can say “none of these”.</source>
        <translation>这样它就能说“都不是”。</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>正在学习…</translation>
    </message>
    <message>
        <source>Nothing shown yet.</source>
        <translation>还没有展示过。</translation>
    </message>
    <message>
        <source>Others that cannot be used: {count}.</source>
        <translation>其他无法使用的：{count}。</translation>
    </message>
    <message>
        <source>Recording … {seconds} s</source>
        <translation>正在录制… {seconds} 秒</translation>
    </message>
    <message>
        <source>Record three seconds</source>
        <translation>录制三秒</translation>
    </message>
    <message>
        <source>Record three more seconds</source>
        <translation>再录制三秒</translation>
    </message>
    <message>
        <source>Hold to record ({key})</source>
        <translation>按住录制（{key}）</translation>
    </message>
    <message>
        <source>Hold to record</source>
        <translation>按住录制</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>颜色 {number}</translation>
    </message>
    <message>
        <source>&amp;See all examples…</source>
        <translation>查看所有示例(&amp;S)…</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Add a fol&amp;der…</source>
        <translation>添加文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>De&amp;lete this class</source>
        <translation>删除此类别(&amp;L)</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
</context>
<context>
    <name>ContributionBars</name>
    <message>
        <source>weight {weight}</source>
        <translation>权重 {weight}</translation>
    </message>
    <message>
        <source>contribution {contribution}</source>
        <translation>贡献 {contribution}</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>未定义</translation>
    </message>
    <message>
        <source>without: {label}</source>
        <translation>去掉后：{label}</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>Examples of each input</source>
        <translation>各输入的示例</translation>
    </message>
</context>
<context>
    <name>CountsModel</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Samples of each class</source>
        <translation>每个类别的样本</translation>
    </message>
    <message>
        <source>Problems and warnings</source>
        <translation>问题与警告</translation>
    </message>
    <message>
        <source>Checking the folder … {done} of {total}</source>
        <translation>正在检查文件夹……{done} / {total}</translation>
    </message>
    <message>
        <source>Checking the folder …</source>
        <translation>正在检查文件夹……</translation>
    </message>
    <message>
        <source>{name}: {samples} samples in {classes} classes</source>
        <translation>{name}：{classes} 个类别，{samples} 个样本</translation>
    </message>
    <message>
        <source>Layout: {layout}.</source>
        <translation>结构：{layout}。</translation>
    </message>
    <message>
        <source>{train} for training, {validation} for validation, {test} for testing</source>
        <translation>训练 {train}，验证 {validation}，测试 {test}</translation>
    </message>
    <message>
        <source>as given by the folder</source>
        <translation>按文件夹的规定</translation>
    </message>
    <message>
        <source>drawn at random from each class</source>
        <translation>从每个类别中随机抽取</translation>
    </message>
    <message>
        <source>… and {count} more; “Copy all” copies them too</source>
        <translation>……还有 {count} 条；“全部复制”也会复制它们</translation>
    </message>
    <message>
        <source>Fix these first ({count})</source>
        <translation>请先修正（{count}）</translation>
    </message>
    <message>
        <source>Good to know ({count})</source>
        <translation>提示（{count}）</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>DoingPicture</name>
    <message>
        <source>three</source>
        <translation>三</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Choose a data folder or drop one here</source>
        <translation>选择数据文件夹，或将其拖放到此处</translation>
    </message>
    <message>
        <source>Pictures, sounds and texts of the same thing, in one of two layouts:</source>
        <translation>同一事物的图片、声音和文字，采用以下两种结构之一：</translation>
    </message>
    <message>
        <source>One folder per class</source>
        <translation>每个类别一个文件夹</translation>
    </message>
    <message>
        <source>apple/1.png, apple/1.wav, pear/2.jpg … – a sound has its picture&apos;s name.
</source>
        <translation>apple/1.png、apple/1.wav、pear/2.jpg…… 声音与其图片同名。
</translation>
    </message>
    <message>
        <source>texts.csv beside them, with the columns file,text and optionally audio.</source>
        <translation>旁边放 texts.csv，列为 file,text，可选 audio。</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>一张表格</translation>
    </message>
    <message>
        <source>samples.csv with the columns image,audio,text,label and optionally split.
</source>
        <translation>samples.csv，列为 image,audio,text,label，可选 split。
</translation>
    </message>
    <message>
        <source>One row per sample. Paths are relative to the folder. A blank cell means a missing input.</source>
        <translation>每行一个样本。路径相对于该文件夹。空单元格表示缺少该输入。</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>supports {label}</source>
        <translation>支持 {label}</translation>
    </message>
    <message>
        <source>against</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>opposes {label}</source>
        <translation>反对 {label}</translation>
    </message>
    <message>
        <source>no part of it supports or opposes {label}</source>
        <translation>没有哪一部分支持或反对 {label}</translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message>
        <source>As recorded</source>
        <translation>按录制时</translation>
    </message>
    <message>
        <source>What was in force when it was recorded: method, weights and changes</source>
        <translation>录制时生效的方法、权重和改动</translation>
    </message>
    <message>
        <source>method: {name}</source>
        <translation>方法：{name}</translation>
    </message>
    <message>
        <source>without the changes of then</source>
        <translation>不含当时的改动</translation>
    </message>
    <message>
        <source>As shown now</source>
        <translation>按现在显示的</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>Microscope</source>
        <translation>显微镜</translation>
    </message>
    <message>
        <source>Export the last half minute</source>
        <translation>导出最近半分钟</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export a panel</source>
        <translation>导出面板</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>图片 (*.png *.svg)</translation>
    </message>
    <message>
        <source>Export the snapshot</source>
        <translation>导出快照</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>将文件夹拖放到此处</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Equal weights</source>
        <translation>平均分配</translation>
    </message>
    <message>
        <source>Every input counts the same: the baseline for every fusion method</source>
        <translation>每个输入同等重要：各种融合方法的比较基准</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Use the model&apos;s own weights again</source>
        <translation>恢复使用模型自己的权重</translation>
    </message>
    <message>
        <source>Weight: {name}</source>
        <translation>权重：{name}</translation>
    </message>
    <message>
        <source>Lock: {name}</source>
        <translation>锁定：{name}</translation>
    </message>
    <message>
        <source>Keep this weight while the others move</source>
        <translation>其他权重变动时保持此权重不变</translation>
    </message>
    <message>
        <source>All weight on: {name}</source>
        <translation>全部权重给：{name}</translation>
    </message>
    <message>
        <source>Only this input counts</source>
        <translation>只有这个输入算数</translation>
    </message>
    <message>
        <source>Weights in use and the model&apos;s own over the last half minute</source>
        <translation>最近半分钟使用的权重与模型自己的权重</translation>
    </message>
    <message>
        <source>{label} from {share}</source>
        <translation>{share} 起为 {label}</translation>
    </message>
    <message>
        <source>{label} up to {share}</source>
        <translation>{share} 及以下为 {label}</translation>
    </message>
    <message>
        <source>{reason}: its share goes to the others</source>
        <translation>{reason}：它的份额分给其他输入</translation>
    </message>
    <message>
        <source>this method has no weights to set</source>
        <translation>此方法没有可设定的权重</translation>
    </message>
    <message>
        <source>This model has one input, and that has all the weight</source>
        <translation>此模型只有一个输入，它拥有全部权重</translation>
    </message>
    <message>
        <source>All are locked: unlock one to move</source>
        <translation>全部已锁定：解锁一个即可移动</translation>
    </message>
    <message>
        <source>All but one are locked, so that one cannot move either</source>
        <translation>除一个外全部已锁定，因此它也无法移动</translation>
    </message>
    <message>
        <source>You set the weights. Open marks and thin lines show the model&apos;s own.</source>
        <translation>权重由您设定。空心标记和细线表示模型自己的权重。</translation>
    </message>
    <message>
        <source>No input to weigh right now.</source>
        <translation>目前没有可权衡的输入。</translation>
    </message>
    <message>
        <source>The model sets the weights. Move a slider to set them yourself.</source>
        <translation>权重由模型设定。移动滑块即可自己设定。</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>What a model says instead of guessing when it is shown something it has never learnt. To abstain like this is called open-set rejection.</source>
        <translation>给模型看它从没学过的东西时，它不乱猜，而是这样说。这样弃权在专业上叫开放集拒识。</translation>
    </message>
    <message>
        <source>Absent input</source>
        <translation>缺失的输入</translation>
    </message>
    <message>
        <source>An input that gives nothing: a covered lens, silence, an empty box. It has a weight of exactly 0, and the others answer without it.</source>
        <translation>什么也没给出的输入：镜头被遮住、没有声音、文本框是空的。它的权重正好是 0，其他输入在没有它的情况下回答。</translation>
    </message>
    <message>
        <source>Agreement and conflict</source>
        <translation>一致与冲突</translation>
    </message>
    <message>
        <source>Inputs agree when each of them alone gives the same answer. They are in conflict when two of them are each sure of a different answer.</source>
        <translation>每个输入单独都给出同一个答案时，它们是一致的。有两个输入各自确信不同的答案时，就是冲突。</translation>
    </message>
    <message>
        <source>Attention gate</source>
        <translation>注意力门控</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>A fusion method that looks at this very moment and decides anew how much weight each input gets. Of Digits, Things and newly trained models it is the default.</source>
        <translation>一种融合方法：它看当下这一刻，重新决定每个输入得到多少权重。它是“数字”“物品”和新训练的模型的默认方法。</translation>
    </message>
    <message>
        <source>How sure the model is, in percent. Of all answers that a calibrated model gives with 80 %, about 80 in 100 are right. A model that is not calibrated says so on its card among all models.</source>
        <translation>模型有多大把握，用百分数表示。经过校准的模型，在所有把握为 80% 的答案中，大约每 100 个有 80 个是对的。未经校准的模型会在“所有模型”页自己的卡片上说明。</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>How much an input helped the answer or misled it: what it adds on average, over all orders in which the inputs can join in. This is its Shapley value.</source>
        <translation>一个输入对答案帮了多少忙，或误导了多少：在各输入加入的所有先后顺序中，它平均增加了多少。这就是它的 Shapley 值。</translation>
    </message>
    <message>
        <source>Encoder and embedding</source>
        <translation>编码器与嵌入</translation>
    </message>
    <message>
        <source>An encoder turns a picture, a sound or a text into a list of numbers, the embedding. Things that mean the same get similar numbers.</source>
        <translation>编码器把画面、声音或文字变成一串数字，叫做嵌入。意思相同的东西得到相近的数字。</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Which parts of the picture, the sound and the words support the answer or oppose it. Freeze the window to see it. The field says attribution or saliency.</source>
        <translation>画面、声音和词语中，哪些部分支持答案，哪些部分反对答案。定格窗口即可看到。专业上叫归因或显著性。</translation>
    </message>
    <message>
        <source>Flip point</source>
        <translation>翻转点</translation>
    </message>
    <message>
        <source>The nearest weight at which the answer changes. Beyond it lies another answer; the line between them is the decision boundary.</source>
        <translation>使答案改变的最近的权重。过了它就是另一个答案；两者之间的界线就是决策边界。</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Making one answer out of several inputs. There are many methods for it; the menu Fusion switches between them while everything runs.</source>
        <translation>把几个输入合成一个答案。方法有很多；菜单“融合”可以在运行中切换。</translation>
    </message>
    <message>
        <source>Honesty meter</source>
        <translation>诚实度指示</translation>
    </message>
    <message>
        <source>Compares the weights with what each input really does to the answer. At 100 % the weights tell the truth about what mattered.</source>
        <translation>把权重与每个输入对答案的真实作用相比较。达到 100% 时，权重如实说明了什么起了作用。</translation>
    </message>
    <message>
        <source>Input and modality</source>
        <translation>输入与模态</translation>
    </message>
    <message>
        <source>An input is what a model takes in: a camera, a microphone, a text. Its kind (picture, sound, text) is called a modality.</source>
        <translation>输入就是模型接收的东西：摄像头、麦克风、文字。它的种类（画面、声音、文字）叫做模态。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>The samples that the model learnt from, as dots: similar ones lie close together. Your own moment moves among them.</source>
        <translation>模型学过的样本，画成点：相似的靠在一起。您此刻的输入在其中移动。</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>干扰</translation>
    </message>
    <message>
        <source>Something done to an input on purpose: the picture darkened, voices put under the sound, a word misspelt. It shows how easily the answer gives way.</source>
        <translation>故意对输入做的改动：把画面调暗、在声音里混入人声、把词拼错。由此可以看出答案多容易动摇。</translation>
    </message>
    <message>
        <source>Redundancy</source>
        <translation>冗余</translation>
    </message>
    <message>
        <source>Two inputs tell the same. Each could stand in for the other, and together they add little.</source>
        <translation>两个输入说的是同一件事。它们可以互相替代，放在一起也增加不了多少。</translation>
    </message>
    <message>
        <source>Snapshot and history</source>
        <translation>快照与历史</translation>
    </message>
    <message>
        <source>A snapshot is a moment that was kept. While the window is frozen, you can go back through the last half minute, its history.</source>
        <translation>快照是被保留下来的一刻。窗口定格时，您可以在最近半分钟的历史中往回看。</translation>
    </message>
    <message>
        <source>Subset of the inputs</source>
        <translation>输入的子集</translation>
    </message>
    <message>
        <source>Some of the inputs, with the others treated as absent; also called a coalition. The program asks the model about every subset at every moment.</source>
        <translation>一部分输入，其余的当作缺失；也叫联盟。程序在每一刻都会就每个子集询问模型。</translation>
    </message>
    <message>
        <source>Synergy</source>
        <translation>协同</translation>
    </message>
    <message>
        <source>Two inputs together tell more than both of them one by one, as in the calculator: no input alone can know the result.</source>
        <translation>两个输入合在一起，比各自单独说出的更多，就像计算器：没有哪个输入能单独知道结果。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>How much of an input the model used, from 0 to 100 %. All weights together make 100 %. A weight does not say whether the input helped: that is its contribution.</source>
        <translation>模型用了一个输入的多少，从 0 到 100%。所有权重加起来是 100%。权重并不说明这个输入有没有帮助：那要看它的贡献。</translation>
    </message>
    <message>
        <source>Weights by hand</source>
        <translation>手动权重</translation>
    </message>
    <message>
        <source>You set the weights in place of the model and watch the answer follow. This is a weight override; “Reset all” gives the weights back.</source>
        <translation>由您代替模型设定权重，看答案怎样跟着变。专业上叫权重覆盖。“全部重置”把权重还给模型。</translation>
    </message>
</context>
<context>
    <name>HalfMinutePlot</name>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} 秒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Pages and words</source>
        <translation>页面与术语</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>没有找到。请换一个词。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>This page is in English.</source>
        <translation>此页为英文。</translation>
    </message>
    <message>
        <source>See also:</source>
        <translation>另见：</translation>
    </message>
</context>
<context>
    <name>HonestyLine</name>
    <message>
        <source>Nothing to compare.</source>
        <translation>没有可比较的内容。</translation>
    </message>
    <message>
        <source>Relation and honesty meter</source>
        <translation>关系与诚实度指示</translation>
    </message>
</context>
<context>
    <name>InForce</name>
    <message>
        <source>SAMPLE SESSION</source>
        <translation>示例演示</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>“{name}” cannot be played. The picture panel says why.</source>
        <translation>“{name}”无法播放。原因见画面面板。</translation>
    </message>
    <message>
        <source>Playing “{name}” instead of the camera.</source>
        <translation>正在播放“{name}”，代替摄像头。</translation>
    </message>
    <message>
        <source>Playing “{name}”. Nothing here is live.</source>
        <translation>正在播放“{name}”。这里没有实时内容。</translation>
    </message>
    <message>
        <source>Playing recorded picture, sound and text. Nothing here is live.</source>
        <translation>正在播放录制的画面、声音和文字。这里没有实时内容。</translation>
    </message>
    <message>
        <source>Playing recorded picture and sound.</source>
        <translation>正在播放录制的画面和声音。</translation>
    </message>
    <message>
        <source>It was recorded for another model, not for this one.</source>
        <translation>它是为另一个模型录制的，不是为当前模型。</translation>
    </message>
    <message>
        <source>The text is yours. Clear it to use the recorded text again.</source>
        <translation>文字是您的。清空后恢复录制的文字。</translation>
    </message>
    <message>
        <source>{input}: the file “{name}”</source>
        <translation>{input}：文件“{name}”</translation>
    </message>
    <message>
        <source>{input}: muted</source>
        <translation>{input}：已忽略</translation>
    </message>
    <message>
        <source>Weights by hand: {shares}</source>
        <translation>手动权重：{shares}</translation>
    </message>
    <message>
        <source>{item} (this method has none)</source>
        <translation>{item}（此方法没有权重）</translation>
    </message>
    <message>
        <source>says “{text}” instead</source>
        <translation>改为“{text}”</translation>
    </message>
    <message>
        <source>{input}: {changes}</source>
        <translation>{input}：{changes}</translation>
    </message>
    <message>
        <source>{item} (not present now)</source>
        <translation>{item}（目前没有）</translation>
    </message>
</context>
<context>
    <name>InForceStrip</name>
    <message>
        <source>ACTIVE CHANGES</source>
        <translation>当前改动</translation>
    </message>
    <message>
        <source>Everything that changes the inputs or the weights right now</source>
        <translation>目前改变输入或权重的一切</translation>
    </message>
    <message>
        <source>Use a camera</source>
        <translation>使用摄像头</translation>
    </message>
    <message>
        <source>Use a microphone</source>
        <translation>使用麦克风</translation>
    </message>
    <message>
        <source>Reset all  F10</source>
        <translation>全部重置  F10</translation>
    </message>
    <message>
        <source>Resets weights, perturbations and mutes, and goes back to camera and microphone</source>
        <translation>重置权重、干扰和忽略，并回到摄像头和麦克风</translation>
    </message>
    <message>
        <source>AS RECORDED</source>
        <translation>按录制时</translation>
    </message>
    <message>
        <source>What was in force when this was recorded, and is again</source>
        <translation>录制时生效、现在再次生效的设置</translation>
    </message>
</context>
<context>
    <name>InputCard</name>
    <message>
        <source>Mute: {name}</source>
        <translation>忽略：{name}</translation>
    </message>
    <message>
        <source>Leave this input out, as if it were not there</source>
        <translation>忽略这个输入，当作它不存在</translation>
    </message>
    <message>
        <source>{tip}. The recording that is being made has it all the same.</source>
        <translation>{tip}。正在进行的录制仍会录下它。</translation>
    </message>
</context>
<context>
    <name>LearningCurves</name>
    <message>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Epochs, from left to right: {stages}</source>
        <translation>轮数，从左到右：{stages}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>mmdesk – frozen</source>
        <translation>mmdesk – 已定格</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Each dot is a training sample. Dots close together look alike to the model.</source>
        <translation>每个点是一个训练样本。靠得近的点在模型看来相似。</translation>
    </message>
    <message>
        <source>Where the fused inputs lie among the training samples</source>
        <translation>融合后的输入在训练样本中的位置</translation>
    </message>
    <message>
        <source>{method}: {reading}</source>
        <translation>{method}：{reading}</translation>
    </message>
    <message>
        <source>Map of the fused space</source>
        <translation>融合空间的地图</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>The map of what the model knows will appear here.</source>
        <translation>这里将显示模型所知内容的地图。</translation>
    </message>
    <message>
        <source>This model has no map.</source>
        <translation>此模型没有地图。</translation>
    </message>
    <message>
        <source>no input</source>
        <translation>没有输入</translation>
    </message>
</context>
<context>
    <name>MethodStrip</name>
    <message>
        <source>{name} over the last half minute</source>
        <translation>{name}，最近半分钟</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>sizes of contributions</source>
        <translation>贡献的大小</translation>
    </message>
</context>
<context>
    <name>MethodsPage</name>
    <message>
        <source>What every fusion method says right now</source>
        <translation>各融合方法此刻的答案</translation>
    </message>
</context>
<context>
    <name>MethodsTable</name>
    <message>
        <source>Arrow keys choose a row, Enter uses its method, P pins it.</source>
        <translation>方向键选择一行，回车使用该方法，P 固定。</translation>
    </message>
    <message>
        <source>{name} · by hand</source>
        <translation>{name} · 手动</translation>
    </message>
    <message>
        <source>no input</source>
        <translation>没有输入</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>未定义</translation>
    </message>
    <message>
        <source>Pin to compare over time (P): {name}</source>
        <translation>固定以便随时间比较（P）：{name}</translation>
    </message>
    <message>
        <source>Use this method (Enter): {name}</source>
        <translation>使用此方法（回车键）：{name}</translation>
    </message>
</context>
<context>
    <name>MicrophonePanel</name>
    <message>
        <source>Sound file…</source>
        <translation>声音文件…</translation>
    </message>
    <message>
        <source>speech.wav, or any file with sound</source>
        <translation>speech.wav 或任何含声音的文件</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>选择麦克风</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Spectrogram of the last seconds</source>
        <translation>最近几秒的频谱图</translation>
    </message>
</context>
<context>
    <name>Microscope</name>
    <message>
        <source>one alone</source>
        <translation>单独一个</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>together</source>
        <translation>合力</translation>
    </message>
    <message>
        <source>one dominates</source>
        <translation>一个主导</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Only one input is present.</source>
        <translation>只有一个输入。</translation>
    </message>
    <message>
        <source>Each input alone gives this answer.</source>
        <translation>每个输入单独都给出这个答案。</translation>
    </message>
    <message>
        <source>The answer comes from several inputs together.</source>
        <translation>答案由几个输入共同得出。</translation>
    </message>
    <message>
        <source>Two inputs are each sure of a different answer.</source>
        <translation>有两个输入各自确信不同的答案。</translation>
    </message>
    <message>
        <source>No answer stands out: this is little more than a guess.</source>
        <translation>没有哪个答案突出：这几乎只是猜测。</translation>
    </message>
    <message>
        <source>Each of these alone gives this answer: {names}. The others alone say nothing.</source>
        <translation>以下输入单独就给出这个答案：{names}。其余的单独说明不了什么。</translation>
    </message>
    <message>
        <source>The weights match what mattered.</source>
        <translation>权重与实际起作用的相符。</translation>
    </message>
    <message>
        <source>{name} has more weight than effect.</source>
        <translation>{name}的权重大于它的作用。</translation>
    </message>
    <message>
        <source>{name} has more effect than weight.</source>
        <translation>{name}的作用大于它的权重。</translation>
    </message>
    <message>
        <source>{name} has weight, but removing it changes nothing.</source>
        <translation>{name}占有权重，但去掉它毫无变化。</translation>
    </message>
    <message>
        <source>Nothing to compare: this method has no weights.</source>
        <translation>没有可比较的内容：此方法没有权重。</translation>
    </message>
    <message>
        <source>Nothing to compare: only one input is present.</source>
        <translation>没有可比较的内容：只有一个输入。</translation>
    </message>
    <message>
        <source>Nothing to compare: no input changes the answer.</source>
        <translation>没有可比较的内容：没有哪个输入改变答案。</translation>
    </message>
    <message>
        <source>The inputs hardly contradict each other.</source>
        <translation>各输入几乎不互相矛盾。</translation>
    </message>
    <message>
        <source>The inputs contradict each other in part of what they claim.</source>
        <translation>各输入的说法有一部分互相矛盾。</translation>
    </message>
    <message>
        <source>The inputs contradict each other in most of what they claim.</source>
        <translation>各输入的说法大部分互相矛盾。</translation>
    </message>
    <message>
        <source>Whether the weights match what mattered keeps changing.</source>
        <translation>权重与实际起作用的是否相符，一直在变。</translation>
    </message>
    <message>
        <source>How far the inputs contradict each other keeps changing.</source>
        <translation>各输入互相矛盾的程度一直在变。</translation>
    </message>
    <message>
        <source>{name} has only {weight} of the weight, but {share} of the effect.</source>
        <translation>{name}只占 {weight} 的权重，却占 {share} 的作用。</translation>
    </message>
    <message>
        <source>{name} has {weight} of the weight, but removing it changes nothing.</source>
        <translation>{name}占 {weight} 的权重，但去掉它毫无变化。</translation>
    </message>
    <message>
        <source>By its own account the input leaves {open} open.</source>
        <translation>按该输入自己的说法，还有 {open} 未定。</translation>
    </message>
    <message>
        <source>Conflict: the inputs contradict each other in {conflict} of what they claim. {open} stays open.</source>
        <translation>冲突：各输入的说法中有 {conflict} 互相矛盾，还有 {open} 未定。</translation>
    </message>
    <message>
        <source>unsure {share}</source>
        <translation>不确定 {share}</translation>
    </message>
    <message>
        <source>Subjective logic: each input spreads belief over the classes and leaves the rest open (uncertainty mass); the conflict is the belief that Dempster&apos;s rule must drop because inputs contradict each other.</source>
        <translation>主观逻辑：每个输入把信念分配给各类别，其余留作未定（不确定质量）；冲突是因输入互相矛盾而被 Dempster 规则舍去的信念。</translation>
    </message>
    <message>
        <source>{one} and {other} repeat each other.</source>
        <translation>{one}和{other}互相重复。</translation>
    </message>
    <message>
        <source>misled {share}</source>
        <translation>误导 {share}</translation>
    </message>
    <message>
        <source>helped {share}</source>
        <translation>帮助 {share}</translation>
    </message>
    <message>
        <source>{one} and {other} are worth more together.</source>
        <translation>{one}和{other}合在一起更有用。</translation>
    </message>
    <message>
        <source>Most of the support for this answer comes from one input: {names}.</source>
        <translation>对这个答案的支持大部分来自一个输入：{names}。</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>变化中</translation>
    </message>
    <message>
        <source>How the inputs stand to each other keeps changing.</source>
        <translation>各输入之间的关系一直在变。</translation>
    </message>
    <message>
        <source>{name} has {weight} of the weight, but only {share} of the effect.</source>
        <translation>{name}占 {weight} 的权重，却只占 {share} 的作用。</translation>
    </message>
    <message>
        <source>Agreement of weights and contributions: with all weights fixed, does each input move the class scores as much as its weight says?</source>
        <translation>权重与贡献的一致程度：所有权重固定不变时，每个输入对各类别得分的影响是否与它的权重相符？</translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation>{number} 百分点</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>It is no longer there: {path}</source>
        <translation>它已不在原处：{path}</translation>
    </message>
    <message>
        <source>Try this:</source>
        <translation>试试看：</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>ModelGallery</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Which model would you like to look at?</source>
        <translation>您想看哪个模型？</translation>
    </message>
    <message>
        <source>Or choose a model to look at</source>
        <translation>或者选择一个模型</translation>
    </message>
    <message>
        <source>Tab goes from one to the next, Enter opens it, Esc closes this page. Ctrl+G brings it back.</source>
        <translation>Tab 键切换到下一个，回车键打开，Esc 键关闭此页。按 Ctrl+G 可再次打开。</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>打开其他模型…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show this page when the program starts</source>
        <translation>程序启动时显示此页</translation>
    </message>
    <message>
        <source>Come with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>在这台电脑上找到</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Knows {count} classes: {names}.</source>
        <translation>认识 {count} 个类别：{names}。</translation>
    </message>
    <message>
        <source>Knows {count} classes: {names} …</source>
        <translation>认识 {count} 个类别：{names} …</translation>
    </message>
    <message>
        <source>Not calibrated: its percentages need not match how often it is right.</source>
        <translation>未经校准：它的百分数不一定与它答对的频率相符。</translation>
    </message>
    <message>
        <source>{input}: give it something of the class “{label}”.</source>
        <translation>{input}：给它属于“{label}”类的东西。</translation>
    </message>
    <message>
        <source>Then let one input say “{label}”. Which one does it believe?</source>
        <translation>然后让一个输入说“{label}”。它相信哪一个？</translation>
    </message>
</context>
<context>
    <name>NewClassCard</name>
    <message>
        <source>New class</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>Its name, in any language</source>
        <translation>名称，任何语言都可以</translation>
    </message>
    <message>
        <source>Name of the new class</source>
        <translation>新类别的名称</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Show me how</source>
        <translation>演示给我看</translation>
    </message>
    <message>
        <source>Plays a recording in which three toys are taught; it needs no devices</source>
        <translation>播放一段教会三个玩具的录像，不需要任何设备</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>PanelsMenu</name>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Usual arrangement</source>
        <translation>默认布局(&amp;U)</translation>
    </message>
</context>
<context>
    <name>PerturbColumn</name>
    <message>
        <source>Leave this input out, as if it were not there</source>
        <translation>忽略这个输入，当作它不存在</translation>
    </message>
    <message>
        <source>{what}: strength</source>
        <translation>{what}：强度</translation>
    </message>
    <message>
        <source>{what}: choice</source>
        <translation>{what}：选择</translation>
    </message>
    <message>
        <source>not present: {reason}</source>
        <translation>缺席：{reason}</translation>
    </message>
</context>
<context>
    <name>PerturbPage</name>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Removes every perturbation</source>
        <translation>移除所有干扰</translation>
    </message>
    <message>
        <source>The answer unchanged and perturbed</source>
        <translation>原样的答案与受干扰的答案</translation>
    </message>
    <message>
        <source>perturbations: {count}</source>
        <translation>干扰：{count} 项</translation>
    </message>
</context>
<context>
    <name>Perturbations</name>
    <message>
        <source>Cover</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>噪点</translation>
    </message>
    <message>
        <source>Darken</source>
        <translation>变暗</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Hiss</source>
        <translation>沙沙声</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>人声</translation>
    </message>
    <message>
        <source>Drop words</source>
        <translation>漏词</translation>
    </message>
    <message>
        <source>Typos</source>
        <translation>错字</translation>
    </message>
    <message>
        <source>Say instead</source>
        <translation>改说</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} 像素</translation>
    </message>
    <message>
        <source>{size}° left</source>
        <translation>向左 {size}°</translation>
    </message>
    <message>
        <source>upright</source>
        <translation>端正</translation>
    </message>
    <message>
        <source>{size}° right</source>
        <translation>向右 {size}°</translation>
    </message>
    <message>
        <source>{size} dB louder</source>
        <translation>响 {size} dB</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>{size} dB softer</source>
        <translation>轻 {size} dB</translation>
    </message>
    <message>
        <source>{size} dB under speech</source>
        <translation>比说话声低 {size} dB</translation>
    </message>
    <message>
        <source>as loud as speech</source>
        <translation>与说话声一样响</translation>
    </message>
    <message>
        <source>{size} dB over speech</source>
        <translation>比说话声高 {size} dB</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Show the models when the program starts</source>
        <translation>程序启动时显示模型</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Telephones may fetch a moment while its code is shown</source>
        <translation>显示二维码时允许手机获取当前这一刻</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录制内容</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Telephones</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Audience window</source>
        <translation>观众窗口</translation>
    </message>
    <message>
        <source>Scenes change by themselves</source>
        <translation>场景自动切换</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>录制内容的文件夹</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Noisy hall</source>
        <translation>嘈杂大厅</translation>
    </message>
    <message>
        <source>Dark stage</source>
        <translation>昏暗舞台</translation>
    </message>
    <message>
        <source>Liar</source>
        <translation>说谎者</translation>
    </message>
    <message>
        <source>Voices as loud as the speech, and hiss</source>
        <translation>与说话声一样响的人声，加上沙沙声</translation>
    </message>
    <message>
        <source>A picture so dark and grainy that it may not count at all</source>
        <translation>画面又暗又多噪点，可能完全不算数</translation>
    </message>
    <message>
        <source>The text names another class than the answer</source>
        <translation>文字说的类别与答案不同</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Draw again</source>
        <translation>再抽一次</translation>
    </message>
    <message>
        <source>Samples, original and varied</source>
        <translation>样本：原始与变化后</translation>
    </message>
    <message>
        <source>Augmentation: {name}</source>
        <translation>数据增强：{name}</translation>
    </message>
    <message>
        <source>Choose a data folder first. A few of its samples then appear here.</source>
        <translation>请先选择数据文件夹。随后这里会显示其中几个样本。</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>varied</source>
        <translation>变化后</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>compared with a blurred picture: {points} points</source>
        <translation>与模糊图相比：{points} 点</translation>
    </message>
    <message>
        <source>No camera chosen</source>
        <translation>未选择摄像头</translation>
    </message>
    <message>
        <source>Choose one in the list above.</source>
        <translation>请在上方列表中选择。</translation>
    </message>
    <message>
        <source>Starting the camera …</source>
        <translation>正在启动摄像头…</translation>
    </message>
    <message>
        <source>FROZEN</source>
        <translation>已定格</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>the other {count}: {share}</source>
        <translation>其他 {count} 个：{share}</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>{name} no longer responds.</source>
        <translation>{name} 没有响应。</translation>
    </message>
    <message>
        <source>{name} repeats the same picture.</source>
        <translation>{name} 一直重复同一画面。</translation>
    </message>
    <message>
        <source>{name} no longer sends pictures.</source>
        <translation>{name} 不再提供画面。</translation>
    </message>
    <message>
        <source>{name} has stopped sending.</source>
        <translation>{name} 已停止发送。</translation>
    </message>
    <message>
        <source>{name} failed because of an internal error. The log file has the details.</source>
        <translation>{name} 因内部错误而中断；详情见日志文件。</translation>
    </message>
    <message>
        <source>Choose another source.</source>
        <translation>请选择其他来源。</translation>
    </message>
    <message>
        <source>{name} is not connected.</source>
        <translation>{name} 未连接。</translation>
    </message>
    <message>
        <source>You do not have permission to use {name} ({path}).</source>
        <translation>当前用户无权使用 {name}（{path}）。</translation>
    </message>
    <message>
        <source>Add the user to the group “video” and log in again.</source>
        <translation>请把用户加入“video”组，然后重新登录。</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>无法打开 {name}。</translation>
    </message>
    <message>
        <source>Check that it is connected, and close other programs that use a camera. If that does not help, allow camera access in System Settings, Privacy &amp; Security.</source>
        <translation>请确认它已连接，并关闭其他正在使用摄像头的程序。如果仍无效，请在“系统设置”的“隐私与安全性”中允许访问摄像头。</translation>
    </message>
    <message>
        <source>Check that it is connected, and close other programs that use a camera. If that does not help, allow camera access in Settings, Privacy &amp; security.</source>
        <translation>请确认它已连接，并关闭其他正在使用摄像头的程序。如果仍无效，请在“设置”的“隐私和安全性”中允许访问摄像头。</translation>
    </message>
    <message>
        <source>{name} sends no video.</source>
        <translation>{name} 没有返回视频。</translation>
    </message>
    <message>
        <source>{name} is not a valid camera address.</source>
        <translation>{name} 不是摄像头可用的网址。</translation>
    </message>
    <message>
        <source>It must begin with http://, https:// or rtsp:// and name a host.</source>
        <translation>网址须以 http://、https:// 或 rtsp:// 开头，并包含主机名。</translation>
    </message>
    <message>
        <source>No camera is given.</source>
        <translation>没有指定摄像头。</translation>
    </message>
    <message>
        <source>Choose a camera.</source>
        <translation>请选择摄像头。</translation>
    </message>
    <message>
        <source>There is no camera called “{name}”.</source>
        <translation>没有名为“{name}”的摄像头。</translation>
    </message>
    <message>
        <source>“{name}” matches several cameras: {known}.</source>
        <translation>“{name}”可能指多个摄像头：{known}。</translation>
    </message>
    <message>
        <source>Give the full name.</source>
        <translation>请给出完整名称。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>文件 {path} 不存在。</translation>
    </message>
    <message>
        <source>{path} contains no readable video.</source>
        <translation>{path} 中没有可读取的视频。</translation>
    </message>
    <message>
        <source>Choose another file, or convert this one to MP4 (H.264).</source>
        <translation>请选择其他文件，或将其转换为 MP4（H.264）。</translation>
    </message>
    <message>
        <source>No microphone is connected.</source>
        <translation>没有连接麦克风。</translation>
    </message>
    <message>
        <source>Connect a microphone. It is then used automatically.</source>
        <translation>请连接麦克风，连接后会自动使用。</translation>
    </message>
    <message>
        <source>The microphone “{name}” has stopped delivering sound.</source>
        <translation>麦克风“{name}”不再提供声音。</translation>
    </message>
    <message>
        <source>The connection to the microphone “{name}” was lost.</source>
        <translation>麦克风“{name}”已断开。</translation>
    </message>
    <message>
        <source>The microphone failed because of an internal error.</source>
        <translation>麦克风因内部错误而中断。</translation>
    </message>
    <message>
        <source>The log file has the details (Help, Diagnostics).</source>
        <translation>详情见日志文件（帮助 → 诊断）。</translation>
    </message>
    <message>
        <source>There is no microphone “{name}”.</source>
        <translation>没有麦克风“{name}”。</translation>
    </message>
    <message>
        <source>Connect it, or choose one of these: {known}.</source>
        <translation>请连接它，或从以下麦克风中选择：{known}。</translation>
    </message>
    <message>
        <source>Several microphones are called “{name}”.</source>
        <translation>有多个麦克风名为“{name}”。</translation>
    </message>
    <message>
        <source>The microphone “{name}” is in use or was unplugged.</source>
        <translation>麦克风“{name}”正被占用或已拔出。</translation>
    </message>
    <message>
        <source>Close other programs that use it, and check its cable.</source>
        <translation>请关闭其他正在使用它的程序，并检查连接线。</translation>
    </message>
    <message>
        <source>The microphone “{name}” cannot be opened.</source>
        <translation>无法打开麦克风“{name}”。</translation>
    </message>
    <message>
        <source>Check its cable, and that this program may use the microphone.</source>
        <translation>请检查连接线，并确认本程序有权使用麦克风。</translation>
    </message>
    <message>
        <source>The sound system does not respond.</source>
        <translation>音频系统没有响应。</translation>
    </message>
    <message>
        <source>The program continues when the sound system responds again. If it does not, restart the computer’s sound service.</source>
        <translation>音频系统恢复后会自动继续；否则请重启电脑的音频服务。</translation>
    </message>
    <message>
        <source>The sound system does not work.</source>
        <translation>音频系统拒绝工作。</translation>
    </message>
    <message>
        <source>Restart the computer’s sound service.</source>
        <translation>请重启电脑的音频服务。</translation>
    </message>
    <message>
        <source>Sound input needs the PortAudio library, which is missing.</source>
        <translation>缺少声音输入所需的 PortAudio 库。</translation>
    </message>
    <message>
        <source>Install it with: sudo apt install libportaudio2 (Fedora: portaudio), then start again.</source>
        <translation>请安装：sudo apt install libportaudio2（Fedora：portaudio），然后重新启动。</translation>
    </message>
    <message>
        <source>Install it with: brew install portaudio, then start again.</source>
        <translation>请安装：brew install portaudio，然后重新启动。</translation>
    </message>
    <message>
        <source>Reinstall the Python package sounddevice, which includes it.</source>
        <translation>请重新安装 Python 包 sounddevice，它自带该库。</translation>
    </message>
    <message>
        <source>There is no session folder {path}.</source>
        <translation>录制文件夹 {path} 不存在。</translation>
    </message>
    <message>
        <source>Choose the folder that contains session.json.</source>
        <translation>请选择含有 session.json 的文件夹。</translation>
    </message>
    <message>
        <source>{path} is not a session: it has no session.json.</source>
        <translation>{path} 不是录制：缺少 session.json。</translation>
    </message>
    <message>
        <source>Choose the folder of a finished recording.</source>
        <translation>请选择已完成录制的文件夹。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请确认您有读取权限。</translation>
    </message>
    <message>
        <source>{path} is not valid JSON: {detail}.</source>
        <translation>{path} 不是有效的 JSON：{detail}。</translation>
    </message>
    <message>
        <source>Correct the file, or choose another session.</source>
        <translation>请更正该文件，或选择其他录制。</translation>
    </message>
    <message>
        <source>{path} must contain one JSON object.</source>
        <translation>{path} 必须包含一个 JSON 对象。</translation>
    </message>
    <message>
        <source>“version” is {found}, but this program reads version {known}.</source>
        <translation>“version”为 {found}，而本程序读取版本 {known}。</translation>
    </message>
    <message>
        <source>Use the version of mmdesk that wrote it.</source>
        <translation>请使用写入该录制的程序版本。</translation>
    </message>
    <message>
        <source>“{field}” must be text.</source>
        <translation>“{field}”必须是文本。</translation>
    </message>
    <message>
        <source>“{field}” must be a number above 0, at most {most:g}.</source>
        <translation>“{field}”必须是大于 0 且不超过 {most:g} 的数。</translation>
    </message>
    <message>
        <source>“{field}” must be an object with keys among {known}.</source>
        <translation>“{field}”必须是一个对象，其键取自 {known}。</translation>
    </message>
    <message>
        <source>“files” must be an object that names at least one file.</source>
        <translation>“files”必须是至少列出一个文件的对象。</translation>
    </message>
    <message>
        <source>“{field}” must be the name of a file in the same folder.</source>
        <translation>“{field}”必须是同一文件夹中的文件名。</translation>
    </message>
    <message>
        <source>“{field}” must be a list of [from, to] in seconds, ascending from 0.</source>
        <translation>“{field}”必须是以秒为单位的 [起, 止] 列表，从 0 开始且递增。</translation>
    </message>
    <message>
        <source>{path} cannot be played because of an internal error. The log file has the details.</source>
        <translation>由于内部错误，无法播放 {path}；详情见日志文件。</translation>
    </message>
    <message>
        <source>Choose another session.</source>
        <translation>请选择其他录制。</translation>
    </message>
    <message>
        <source>The session {title} is missing its file {path}.</source>
        <translation>录制 {title} 缺少文件 {path}。</translation>
    </message>
    <message>
        <source>Copy the session again, or record it again.</source>
        <translation>请从来源重新复制该录制，或重新录制。</translation>
    </message>
    <message>
        <source>{path} is not a video that can be read.</source>
        <translation>{path} 不是可读取的视频。</translation>
    </message>
    <message>
        <source>{path} is {length_s:.1f} s long, but session.json says {wanted_s:.1f} s: it is cut off.</source>
        <translation>{path} 长 {length_s:.1f} 秒，但 session.json 写明 {wanted_s:.1f} 秒：文件不完整。</translation>
    </message>
    <message>
        <source>{path}: the first line must be “time_s,text”.</source>
        <translation>{path}：第一行必须是“time_s,text”。</translation>
    </message>
    <message>
        <source>Correct the file.</source>
        <translation>请更正该文件。</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation>请另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <source>there must be two columns, time_s and text.</source>
        <translation>必须有 time_s 和 text 两列。</translation>
    </message>
    <message>
        <source>Put texts with commas in quotes.</source>
        <translation>含逗号的文本请加引号。</translation>
    </message>
    <message>
        <source>“time_s” is “{found}”, not a number.</source>
        <translation>“time_s”为“{found}”，不是数字。</translation>
    </message>
    <message>
        <source>Write seconds, like 1.25.</source>
        <translation>请填写秒数，例如 1.25。</translation>
    </message>
    <message>
        <source>“time_s” must not be before {earliest_s:g} s.</source>
        <translation>“time_s”不能早于 {earliest_s:g} 秒。</translation>
    </message>
    <message>
        <source>Sort the lines by time.</source>
        <translation>请按时间排列各行。</translation>
    </message>
    <message>
        <source>“text” has more than {most:,} characters.</source>
        <translation>“text”超过 {most:,} 个字符。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短。</translation>
    </message>
    <message>
        <source>{path} already contains a session.</source>
        <translation>{path} 中已有录制。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path} already contains {file}.</source>
        <translation>{path} 中已有 {file}。</translation>
    </message>
    <message>
        <source>Move it, or choose another place.</source>
        <translation>请移走它，或另选位置。</translation>
    </message>
    <message>
        <source>{dataset} does not have this input: {input}.</source>
        <translation>{dataset} 不含此输入：{input}。</translation>
    </message>
    <message>
        <source>No training sample of {dataset} has this input: {input}.</source>
        <translation>{dataset} 的训练样本都没有此输入：{input}。</translation>
    </message>
    <message>
        <source>Choose another folder, or delete it first.</source>
        <translation>请选择其他文件夹，或先将其删除。</translation>
    </message>
    <message>
        <source>{path} cannot be created: {reason}.</source>
        <translation>无法创建 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Choose one of these cameras: {known}.</source>
        <translation>请从以下摄像头中选择：{known}。</translation>
    </message>
    <message>
        <source>Choose one of these microphones: {known}.</source>
        <translation>请从以下麦克风中选择：{known}。</translation>
    </message>
    <message>
        <source>The recording cannot be read: {path} is gone, or its disk is.</source>
        <translation>无法读取录制：{path} 或其所在的磁盘不见了。</translation>
    </message>
    <message>
        <source>Connect the disk again, or put the folder back; then open the recording anew.</source>
        <translation>请重新连接磁盘，或将文件夹放回原处，然后重新打开录制。</translation>
    </message>
    <message>
        <source>Choose another folder, or delete that file first.</source>
        <translation>请选择其他文件夹，或先删除该文件。</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>没有录到任何内容。</translation>
    </message>
    <message>
        <source>Record for longer, with at least one source on.</source>
        <translation>请延长录制时间，并至少开启一个来源。</translation>
    </message>
    <message>
        <source>No video can be written to {path}.</source>
        <translation>无法将视频写入 {path}。</translation>
    </message>
    <message>
        <source>Check that the folder is writable and the disk has space.</source>
        <translation>请确认文件夹可写且磁盘有空间。</translation>
    </message>
    <message>
        <source>{path} has nothing in it that can be played.</source>
        <translation>{path} 中没有可以播放的内容。</translation>
    </message>
    <message>
        <source>The recording {path} was torn off after {length_s:.1f} s.</source>
        <translation>录制 {path} 在 {length_s:.1f} 秒后中断。</translation>
    </message>
    <message>
        <source>What was recorded until then is played.</source>
        <translation>将播放此前已录制的内容。</translation>
    </message>
    <message>
        <source>The recording {path} is damaged in places: {count}.</source>
        <translation>录制 {path} 有几处损坏：{count}。</translation>
    </message>
    <message>
        <source>They are left out, and the rest is played.</source>
        <translation>这些部分会被跳过，其余照常播放。</translation>
    </message>
    <message>
        <source>When this was recorded, {models} answered; now {name} does.</source>
        <translation>录制时由 {models} 回答；现在由 {name} 回答。</translation>
    </message>
    <message>
        <source>Open that model to see the answers of then.</source>
        <translation>打开当时的模型即可看到当时的回答。</translation>
    </message>
    <message>
        <source>The recording is saved: {path}</source>
        <translation>录制已保存：{path}</translation>
    </message>
    <message>
        <source>The recording is deleted: {path}</source>
        <translation>录制已删除：{path}</translation>
    </message>
    <message>
        <source>The disk is almost full, so the recording {path} was ended.</source>
        <translation>磁盘快满了，因此录制 {path} 已结束。</translation>
    </message>
    <message>
        <source>It is saved until here. Free some space before you record again.</source>
        <translation>到此为止的内容已保存。再次录制前请先腾出空间。</translation>
    </message>
    <message>
        <source>{path} cannot be recorded: the disk has less than {least_mb} MB left.</source>
        <translation>无法录制 {path}：磁盘剩余空间不足 {least_mb} MB。</translation>
    </message>
    <message>
        <source>Free some space there.</source>
        <translation>请在那里腾出一些空间。</translation>
    </message>
    <message>
        <source>The recording ended, because its folder {path} is gone.</source>
        <translation>录制已结束，因为其文件夹 {path} 不见了。</translation>
    </message>
    <message>
        <source>Check the disk, then record again.</source>
        <translation>请检查磁盘，然后重新录制。</translation>
    </message>
    <message>
        <source>The recording {path} ended because of an internal error.</source>
        <translation>录制 {path} 因内部错误而结束。</translation>
    </message>
    <message>
        <source>What was recorded until then is saved. The log file has the details.</source>
        <translation>此前录制的内容已保存。详情见日志文件。</translation>
    </message>
    <message>
        <source>A recording that is being played cannot be recorded again.</source>
        <translation>正在回放的录制无法再次录制。</translation>
    </message>
    <message>
        <source>Choose File, Export to make a video or a table of it, or of a part of it.</source>
        <translation>请选择文件 → 导出，将其全部或一部分制作成视频或表格。</translation>
    </message>
    <message>
        <source>{path} is a recording with answers, which cannot be recorded again.</source>
        <translation>{path} 是带有回答的录制，无法再次录制。</translation>
    </message>
    <message>
        <source>Use mmdesk replay to make a video or a table of it, or of a part of it.</source>
        <translation>请用 mmdesk replay 将其全部或一部分制作成视频或表格。</translation>
    </message>
    <message>
        <source>There is neither a camera nor a microphone to record from.</source>
        <translation>没有可供录制的摄像头或麦克风。</translation>
    </message>
    <message>
        <source>Connect one, or give --session with a recorded session.</source>
        <translation>请连接一个，或用 --session 指定已录制的会话。</translation>
    </message>
    <message>
        <source>The model {name} could not be loaded because of an internal error.</source>
        <translation>由于内部错误，无法加载模型 {name}。</translation>
    </message>
    <message>
        <source>{model} has no fusion method {method}.</source>
        <translation>{model} 没有融合方法 {method}。</translation>
    </message>
    <message>
        <source>It has: {known}.</source>
        <translation>可用方法：{known}。</translation>
    </message>
    <message>
        <source>A prediction failed: {detail}.</source>
        <translation>一次预测失败：{detail}。</translation>
    </message>
    <message>
        <source>There is no prediction to write.</source>
        <translation>没有可写入的预测。</translation>
    </message>
    <message>
        <source>Wait for the first answer.</source>
        <translation>请等待第一个答案。</translation>
    </message>
    <message>
        <source>Predictions of two models cannot be written into one file.</source>
        <translation>两个模型的预测不能写入同一文件。</translation>
    </message>
    <message>
        <source>Wait half a minute.</source>
        <translation>请等待半分钟。</translation>
    </message>
    <message>
        <source>The model’s labels changed while its predictions were being written.</source>
        <translation>写入预测时模型的类别发生了变化。</translation>
    </message>
    <message>
        <source>Writing {path} takes too long.</source>
        <translation>写入 {path} 耗时过长。</translation>
    </message>
    <message>
        <source>Choose a folder on another disk.</source>
        <translation>请选择其他磁盘上的位置。</translation>
    </message>
    <message>
        <source>{path} could not be written because of an internal error.</source>
        <translation>由于内部错误，无法写入 {path}。</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存为 {path}</translation>
    </message>
    <message>
        <source>The page template {path} is missing.</source>
        <translation>缺少页面模板 {path}。</translation>
    </message>
    <message>
        <source>Install mmdesk again.</source>
        <translation>请重新安装 mmdesk。</translation>
    </message>
    <message>
        <source>The page template {path} is damaged in line {line}.</source>
        <translation>页面模板 {path} 的第 {line} 行已损坏。</translation>
    </message>
    <message>
        <source>The page template {path}, or one that it needs, is damaged.</source>
        <translation>页面模板 {path} 或它所需的模板已损坏。</translation>
    </message>
    <message>
        <source>“{name}” does not end in .png or .svg.</source>
        <translation>“{name}”不以 .png 或 .svg 结尾。</translation>
    </message>
    <message>
        <source>Choose a name that ends in one of them.</source>
        <translation>请选择以其中之一结尾的名称。</translation>
    </message>
    <message>
        <source>There is nothing to draw.</source>
        <translation>没有可绘制的内容。</translation>
    </message>
    <message>
        <source>Make the panel larger.</source>
        <translation>请把面板放大。</translation>
    </message>
    <message>
        <source>There is no answer to write.</source>
        <translation>没有可写入的答案。</translation>
    </message>
    <message>
        <source>Wait for the first one.</source>
        <translation>请等待第一个答案。</translation>
    </message>
    <message>
        <source>This computer is in no network, so no telephone can reach it.</source>
        <translation>这台电脑没有连接任何网络，手机无法访问它。</translation>
    </message>
    <message>
        <source>Connect it to the telephone&apos;s network, or export the snapshot as a file.</source>
        <translation>请连接到手机所在的网络，或将快照导出为文件。</translation>
    </message>
    <message>
        <source>Nothing can be offered at the address {address}: {reason}.</source>
        <translation>无法在地址 {address} 上提供网页：{reason}。</translation>
    </message>
    <message>
        <source>Choose another network, or export the snapshot as a file.</source>
        <translation>请选择其他网络，或将快照导出为文件。</translation>
    </message>
    <message>
        <source>There is no answer to save.</source>
        <translation>没有可保留的答案。</translation>
    </message>
    <message>
        <source>Freeze the window while there is one.</source>
        <translation>请定格一个有答案的时刻。</translation>
    </message>
    <message>
        <source>The translation {path} is missing or damaged.</source>
        <translation>翻译文件 {path} 缺失或已损坏。</translation>
    </message>
    <message>
        <source>Install mmdesk again. Until then, some text is in English.</source>
        <translation>请重新安装 mmdesk；在此之前部分文字为英文。</translation>
    </message>
    <message>
        <source>No font on this computer has these characters: {characters}.</source>
        <translation>本机没有字体包含这些字符：{characters}。</translation>
    </message>
    <message>
        <source>Install a font for them. The model reads them all the same.</source>
        <translation>请安装相应的字体。模型仍能读取它们。</translation>
    </message>
    <message>
        <source>The screen on which the audience window was is gone; it is a window here now.</source>
        <translation>观众窗口所在的屏幕已断开；它现在是这里的一个窗口。</translation>
    </message>
    <message>
        <source>Connect the screen again, then close the audience window and open it anew.</source>
        <translation>请重新连接屏幕，然后关闭观众窗口并再次打开。</translation>
    </message>
    <message>
        <source>The picture could not be saved as {path}.</source>
        <translation>无法将图片保存为 {path}。</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png or .jpg.</source>
        <translation>请选择以 .png 或 .jpg 结尾的名称。</translation>
    </message>
    <message>
        <source>The screenshot could not be written: {path}</source>
        <translation>无法写入截图：{path}</translation>
    </message>
    <message>
        <source>Choose a folder you can write to, and a name that ends in .png.</source>
        <translation>请选择可写入的文件夹，文件名以 .png 结尾。</translation>
    </message>
    <message>
        <source>An internal error happened: {detail}.</source>
        <translation>发生内部错误：{detail}。</translation>
    </message>
    <message>
        <source>“{name}” does not end in .mmdesk.</source>
        <translation>“{name}”不以 .mmdesk 结尾。</translation>
    </message>
    <message>
        <source>There is no folder “{path}”.</source>
        <translation>没有文件夹“{path}”。</translation>
    </message>
    <message>
        <source>“{name}” exists already.</source>
        <translation>“{name}”已存在。</translation>
    </message>
    <message>
        <source>These choices do not go together: {detail}.</source>
        <translation>这些设置互相冲突：{detail}。</translation>
    </message>
    <message>
        <source>Choose other values.</source>
        <translation>请选择其他值。</translation>
    </message>
    <message>
        <source>The loss is no longer a finite number ({stage}, epoch {epoch}).</source>
        <translation>损失已不是有限数值（{stage}，第 {epoch} 轮）。</translation>
    </message>
    <message>
        <source>Lower the learning rate.</source>
        <translation>请降低学习率。</translation>
    </message>
    <message>
        <source>{path}: the state of the interrupted run is damaged ({detail}).</source>
        <translation>{path}：中断的训练的状态已损坏（{detail}）。</translation>
    </message>
    <message>
        <source>Delete that folder, or start over with --fresh.</source>
        <translation>请删除该文件夹，或用 --fresh 重新开始。</translation>
    </message>
    <message>
        <source>{path}: the state of the training run would go here, but something else is already here.</source>
        <translation>{path}：训练状态应存放于此，但此处已有其他内容。</translation>
    </message>
    <message>
        <source>{path}: the state of the training run cannot be written ({reason}); the last good state is kept.</source>
        <translation>{path}：无法写入训练状态（{reason}）；已保留最后的完好状态。</translation>
    </message>
    <message>
        <source>Free some space or choose another place, then start again: training continues from there.</source>
        <translation>请腾出空间或选择其他位置，然后重新开始：训练会从那里继续。</translation>
    </message>
    <message>
        <source>There is not enough memory to continue.</source>
        <translation>内存不足，无法继续。</translation>
    </message>
    <message>
        <source>Close other programs or choose smaller encoders, then start again: training continues from the last epoch.</source>
        <translation>请关闭其他程序或选择较小的编码器，然后重新开始：训练会从最后一个周期继续。</translation>
    </message>
    <message>
        <source>The training process was killed, most likely because memory ran out.</source>
        <translation>训练进程被终止，很可能是因为内存不足。</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly (status {status}).</source>
        <translation>训练进程意外结束（状态 {status}）。</translation>
    </message>
    <message>
        <source>Start again: training continues from the last epoch. The log file has the details.</source>
        <translation>请重新开始：训练会从最后一个周期继续。详情见日志文件。</translation>
    </message>
    <message>
        <source>The training process cannot be started.</source>
        <translation>无法启动训练进程。</translation>
    </message>
    <message>
        <source>Close other programs, then try again. The log file has the details.</source>
        <translation>请关闭其他程序后重试。详情见日志文件。</translation>
    </message>
    <message>
        <source>Leave out its encoder.</source>
        <translation>请去掉它的编码器。</translation>
    </message>
    <message>
        <source>{dataset} has too few samples: {training} to train on, {validation} to validate.</source>
        <translation>{dataset} 的样本太少：训练 {training} 个，验证 {validation} 个。</translation>
    </message>
    <message>
        <source>Add some, or leave out its encoder.</source>
        <translation>请添加这类样本，或去掉它的编码器。</translation>
    </message>
    <message>
        <source>The encoder {kind} cannot be created: {detail}.</source>
        <translation>无法创建编码器 {kind}：{detail}。</translation>
    </message>
    <message>
        <source>Choose another encoder.</source>
        <translation>请选择其他编码器。</translation>
    </message>
    <message>
        <source>The fusion {kind} cannot be created: {detail}.</source>
        <translation>无法创建融合方法 {kind}：{detail}。</translation>
    </message>
    <message>
        <source>Choose other options.</source>
        <translation>请选择其他选项。</translation>
    </message>
    <message>
        <source>{dataset} has no samples to test with.</source>
        <translation>{dataset} 没有可用于测试的样本。</translation>
    </message>
    <message>
        <source>{dataset}: the model was trained on every test sample; nothing is left to measure it with.</source>
        <translation>{dataset}：模型训练时已用过全部测试样本，没有可用于测量的样本了。</translation>
    </message>
    <message>
        <source>{dataset} has no test sample that was not also used in training.</source>
        <translation>{dataset} 的测试样本都已用于训练。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Free some disk space, or choose another place.</source>
        <translation>请腾出磁盘空间，或选择其他位置。</translation>
    </message>
    <message>
        <source>Choose a place where you can write, or change its permissions.</source>
        <translation>请选择可写入的位置，或更改其权限。</translation>
    </message>
    <message>
        <source>Create its folder first, or choose another place.</source>
        <translation>请先创建文件夹，或选择其他位置。</translation>
    </message>
    <message>
        <source>Choose another place: a part of the path is a file.</source>
        <translation>请选择其他位置：路径的一部分是文件。</translation>
    </message>
    <message>
        <source>Choose another name: a folder already has this one.</source>
        <translation>请另选名称：已有同名文件夹。</translation>
    </message>
    <message>
        <source>Choose another name: a file already has this one.</source>
        <translation>请另选名称：已有同名文件。</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>请选择较短的名称。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择其他位置。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请另选名称。</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} 是文件夹。</translation>
    </message>
    <message>
        <source>Give the name of a file in it.</source>
        <translation>请指定其中的文件。</translation>
    </message>
    <message>
        <source>{path} already exists, and mmdesk did not write it.</source>
        <translation>{path} 已存在，且不是 mmdesk 写入的。</translation>
    </message>
    <message>
        <source>Choose another name, or delete it first.</source>
        <translation>请另选名称，或先将其删除。</translation>
    </message>
    <message>
        <source>{path}: there is no folder {folder}.</source>
        <translation>{path}：没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>Create it first.</source>
        <translation>请先创建它。</translation>
    </message>
    <message>
        <source>{path} is inside {folder}, which is read from.</source>
        <translation>{path} 位于要读取的 {folder} 中。</translation>
    </message>
    <message>
        <source>Choose a folder outside it.</source>
        <translation>请选择其外部的文件夹。</translation>
    </message>
    <message>
        <source>{path} contains a recorded session ({file}).</source>
        <translation>{path} 中有录制（{file}）。</translation>
    </message>
    <message>
        <source>{path} contains a model ({file}).</source>
        <translation>{path} 中有模型（{file}）。</translation>
    </message>
    <message>
        <source>{path} contains a set of data ({file}).</source>
        <translation>{path} 中有数据集（{file}）。</translation>
    </message>
    <message>
        <source>There was no prediction within {limit_s:.0f} s.</source>
        <translation>{limit_s:.0f} 秒内没有任何预测。</translation>
    </message>
    <message>
        <source>Run mmdesk doctor.</source>
        <translation>请运行“mmdesk doctor”。</translation>
    </message>
    <message>
        <source>No picture, or no prediction from one, was shown while measuring.</source>
        <translation>测量期间没有显示画面，或没有显示由画面得出的预测。</translation>
    </message>
    <message>
        <source>{name} holds examples, and no model was made of them yet.</source>
        <translation>{name} 里只有样例，还没有用它们做出模型。</translation>
    </message>
    <message>
        <source>In the Teach window choose Project → Open a shared file.</source>
        <translation>请在教学窗口中选择“项目 → 打开共享文件”。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is missing.</source>
        <translation>{name}：{member} 无法使用：文件缺失。</translation>
    </message>
    <message>
        <source>Choose another model, or get a fresh copy of this one.</source>
        <translation>请选择其他模型，或重新获取此模型。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it occurs twice.</source>
        <translation>{name}：{member} 无法使用：文件重复。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is damaged ({detail}).</source>
        <translation>{name}：{member} 无法使用：文件已损坏（{detail}）。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is damaged or was changed (its SHA-256 is not the one in config.json).</source>
        <translation>{name}：{member} 无法使用：文件已损坏或被改动（其 SHA-256 与 config.json 不符）。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is larger than {most_mib:,} MiB.</source>
        <translation>{name}：{member} 无法使用：文件超过 {most_mib:,} MiB。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: its values do not make a model ({detail}).</source>
        <translation>{name}：{member} 无法使用：其中的值无法构成模型（{detail}）。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it is not UTF-8 text.</source>
        <translation>{name}：{member} 无法使用：文件不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Update mmdesk, or open another model.</source>
        <translation>请更新 mmdesk，或打开另一个模型。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: {detail}.</source>
        <translation>{name}：{member} 无法使用：{detail}。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: the tensor {tensor} is missing; tensors missing in all: {count:,}.</source>
        <translation>{name}：{member} 无法使用：缺少张量 {tensor}；缺少的张量总数：{count:,}。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it contains {tensor}, which the model does not have.</source>
        <translation>{name}：{member} 无法使用：其中的 {tensor} 不属于该模型。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: {tensor} is {found}, not {wanted}.</source>
        <translation>{name}：{member} 无法使用：{tensor} 为 {found}，应为 {wanted}。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: {tensor} contains values that are not finite.</source>
        <translation>{name}：{member} 无法使用：{tensor} 含有非有限值。</translation>
    </message>
    <message>
        <source>{name}: {member} cannot be used: it does not fit the configuration ({detail}).</source>
        <translation>{name}：{member} 无法使用：文件与配置不符（{detail}）。</translation>
    </message>
    <message>
        <source>{name}: a model in a single file must hold all its weights, and this one does not.</source>
        <translation>{name}：单个文件形式的模型必须包含全部权重，而此模型没有。</translation>
    </message>
    <message>
        <source>{name}: the model uses a part of the model {lender}, whose folder is not beside its own.</source>
        <translation>{name}：此模型使用模型 {lender} 的一部分，但后者的文件夹不在它旁边。</translation>
    </message>
    <message>
        <source>Keep both folders side by side, or get a fresh copy of both.</source>
        <translation>请将两个文件夹放在一起，或重新获取这两个模型。</translation>
    </message>
    <message>
        <source>{name}: the model uses a part of the model {lender}, which is not the same any more (encoder of {input}).</source>
        <translation>{name}：此模型使用模型 {lender} 的一部分，而该部分已改变（{input} 的编码器）。</translation>
    </message>
    <message>
        <source>Get a fresh copy of both models.</source>
        <translation>请重新获取这两个模型。</translation>
    </message>
    <message>
        <source>{name}: {member} is not shown: {detail}.</source>
        <translation>{name}：{member} 不会显示：{detail}。</translation>
    </message>
    <message>
        <source>The model works all the same. Correct the file or delete it.</source>
        <translation>模型照常工作。请改正该文件或删除它。</translation>
    </message>
    <message>
        <source>{name}: it contains an unexpected member, {member}.</source>
        <translation>{name}：含有外来内容 {member}。</translation>
    </message>
    <message>
        <source>{path}: there is no such model.</source>
        <translation>{path}：没有此模型。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>{name}: this is not a model file, or it is damaged.</source>
        <translation>{name}：不是模型文件，或文件已损坏。</translation>
    </message>
    <message>
        <source>{name}: the file is damaged ({detail}).</source>
        <translation>{name}：文件已损坏（{detail}）。</translation>
    </message>
    <message>
        <source>{name}: the file cannot be read ({reason}).</source>
        <translation>{name}：无法读取文件（{reason}）。</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>请检查路径及其权限。</translation>
    </message>
    <message>
        <source>{name}: the model could not be saved ({reason}).</source>
        <translation>{name}：无法保存模型（{reason}）。</translation>
    </message>
    <message>
        <source>This model could not be opened again: {detail}.</source>
        <translation>此模型将无法再次打开：{detail}。</translation>
    </message>
    <message>
        <source>Choose smaller sizes or other labels.</source>
        <translation>请选择较小的尺寸或其他类别。</translation>
    </message>
    <message>
        <source>The model’s {member} would be {size_mib:,} MiB, and at most {most_mib:,} MiB can be opened.</source>
        <translation>模型的 {member} 将达 {size_mib:,} MiB，而最多只能打开 {most_mib:,} MiB。</translation>
    </message>
    <message>
        <source>Choose smaller sizes, or fewer classes or samples.</source>
        <translation>请选择较小的尺寸，或减少类别或样本。</translation>
    </message>
    <message>
        <source>{path}: it cannot be read ({reason}).</source>
        <translation>{path}：无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>{path}: something else is already there.</source>
        <translation>{path}：该处已有其他内容。</translation>
    </message>
    <message>
        <source>{name} needs the plug-in {distribution} {version}, which is not installed ({group}: {part}).</source>
        <translation>{name} 需要插件 {distribution} {version}，但尚未安装（{group}：{part}）。</translation>
    </message>
    <message>
        <source>Install it if you trust its maker, then open the model again.</source>
        <translation>如果您信任其作者，请安装它，然后重新打开模型。</translation>
    </message>
    <message>
        <source>{name} is opened without its method {part}: it needs the plug-in {distribution} {version}, which is not installed.</source>
        <translation>已打开 {name}，但缺少其方法 {part}：它需要插件 {distribution} {version}，而该插件尚未安装。</translation>
    </message>
    <message>
        <source>{name} needs the plug-in {distribution}, but what is installed under that name comes from {found} ({group}: {part}).</source>
        <translation>{name} 需要插件 {distribution}，但已安装的同名部分来自 {found}（{group}：{part}）。</translation>
    </message>
    <message>
        <source>Remove {found} and install {distribution}, then open the model again.</source>
        <translation>请移除 {found} 并安装 {distribution}，然后重新打开模型。</translation>
    </message>
    <message>
        <source>{name} needs the plug-in {distribution} {version}, which does not work ({group}: {part}; {detail}).</source>
        <translation>{name} 需要插件 {distribution} {version}，但它无法工作（{group}：{part}；{detail}）。</translation>
    </message>
    <message>
        <source>Update the plug-in, then open the model again.</source>
        <translation>请更新插件，然后重新打开模型。</translation>
    </message>
    <message>
        <source>The plug-in {distribution} {version} does not work and is left out ({group}: {part}; {detail}).</source>
        <translation>插件 {distribution} {version} 无法工作，已略去（{group}：{part}；{detail}）。</translation>
    </message>
    <message>
        <source>Update it, or remove it.</source>
        <translation>请更新或移除它。</translation>
    </message>
    <message>
        <source>The plug-in {distribution} {version} failed and is left out ({part}; {detail}).</source>
        <translation>插件 {distribution} {version} 失败，已略去（{part}；{detail}）。</translation>
    </message>
    <message>
        <source>Update it, or choose a model that does not need it.</source>
        <translation>请更新它，或选择不需要它的模型。</translation>
    </message>
    <message>
        <source>The plug-in {distribution} is left out: its name is taken ({group}: {part}).</source>
        <translation>插件 {distribution} 已略去：其名称已被占用（{group}：{part}）。</translation>
    </message>
    <message>
        <source>Remove it, or whatever else has that name.</source>
        <translation>请移除它，或移除另一个同名的插件。</translation>
    </message>
    <message>
        <source>These plug-ins do not work and are left out: {known}.</source>
        <translation>以下插件无法工作，已略去：{known}。</translation>
    </message>
    <message>
        <source>Help, Diagnostics says why.</source>
        <translation>原因见“帮助”中的“诊断”。</translation>
    </message>
    <message>
        <source>The method {method} of the plug-in {distribution} {version} failed and is left out of the model: {detail}.</source>
        <translation>插件 {distribution} {version} 的方法 {method} 失败，未放入模型：{detail}。</translation>
    </message>
    <message>
        <source>Update the plug-in, or train without it.</source>
        <translation>请更新插件，或不用它训练。</translation>
    </message>
    <message>
        <source>{name} sends nothing any more.</source>
        <translation>{name} 不再发送任何数据。</translation>
    </message>
    <message>
        <source>Check that it is on and connected.</source>
        <translation>请检查它是否已开启并连接。</translation>
    </message>
    <message>
        <source>{name} sends something else than {wanted} finite numbers at a time.</source>
        <translation>{name} 每次发送的不是 {wanted} 个有限数值。</translation>
    </message>
    <message>
        <source>Choose another source, or check what it sends.</source>
        <translation>请选择其他来源，或检查它发送的内容。</translation>
    </message>
    <message>
        <source>Every line must hold {wanted} finite numbers with commas between.</source>
        <translation>每行必须有 {wanted} 个有限数值，以逗号分隔。</translation>
    </message>
    <message>
        <source>Mend the file.</source>
        <translation>请修正该文件。</translation>
    </message>
    <message>
        <source>It has more than {most:,} lines.</source>
        <translation>它超过 {most:,} 行。</translation>
    </message>
    <message>
        <source>Cut it into pieces.</source>
        <translation>请将其拆分。</translation>
    </message>
    <message>
        <source>It holds no numbers.</source>
        <translation>其中没有数值。</translation>
    </message>
    <message>
        <source>Replace it by one that does.</source>
        <translation>请换成含有数值的文件。</translation>
    </message>
    <message>
        <source>The plug-in of “{title}” does not read it: {detail}.</source>
        <translation>“{title}”的插件无法读取：{detail}。</translation>
    </message>
    <message>
        <source>Check the file, or update the plug-in.</source>
        <translation>请检查该文件，或更新插件。</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>This system cannot show the folder {path}.</source>
        <translation>此系统无法显示文件夹 {path}。</translation>
    </message>
    <message>
        <source>Open it in your file manager.</source>
        <translation>请在文件管理器中打开它。</translation>
    </message>
    <message>
        <source>The list is on the clipboard.</source>
        <translation>列表已复制到剪贴板。</translation>
    </message>
    <message>
        <source>{count} things were dropped at once.</source>
        <translation>一次放入了 {count} 个东西。</translation>
    </message>
    <message>
        <source>Drop one file or one folder.</source>
        <translation>请只放入一个文件或一个文件夹。</translation>
    </message>
    <message>
        <source>{path} is no model, no recording, no teaching project and no data folder.</source>
        <translation>{path} 不是模型、录制内容、教学项目，也不是数据文件夹。</translation>
    </message>
    <message>
        <source>A data folder has a folder of pictures or sounds for each class, or samples.csv.</source>
        <translation>数据文件夹里每个类别有一个存放图片或声音的文件夹，或者有 samples.csv。</translation>
    </message>
    <message>
        <source>{path} is of a kind that cannot be opened here.</source>
        <translation>{path} 这类文件无法在这里打开。</translation>
    </message>
    <message>
        <source>Drop a picture, a sound, a text, a video, a model (.mmdesk), a recording or a data folder.</source>
        <translation>请放入图片、声音、文字、视频、模型（.mmdesk）、录制内容或数据文件夹。</translation>
    </message>
    <message>
        <source>{path} has no text in it.</source>
        <translation>{path} 中没有文字。</translation>
    </message>
    <message>
        <source>Drop another file.</source>
        <translation>请放入另一个文件。</translation>
    </message>
    <message>
        <source>The text in {path} is longer than {most} characters.</source>
        <translation>{path} 中的文字超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>Drop a shorter one.</source>
        <translation>请放入短一些的文字。</translation>
    </message>
    <message>
        <source>The model that runs has no input for {name} ({kind}).</source>
        <translation>正在运行的模型没有可接收 {name}（{kind}）的输入。</translation>
    </message>
    <message>
        <source>Open another model first.</source>
        <translation>请先打开另一个模型。</translation>
    </message>
    <message>
        <source>{name} can no longer be held, because of an internal error.</source>
        <translation>由于内部错误，无法继续保持 {name}。</translation>
    </message>
    <message>
        <source>Drop it again, or choose another source.</source>
        <translation>请重新放入，或选择其他来源。</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>诊断信息已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Paste them into a message, and say what you did, what you expected and what happened. They hold no picture, sound or text.</source>
        <translation>请把它粘贴到消息中，并说明您做了什么、期望什么、实际发生了什么。其中没有画面、声音或文字。</translation>
    </message>
    <message>
        <source>No camera and no microphone was found.</source>
        <translation>没有找到摄像头和麦克风。</translation>
    </message>
    <message>
        <source>Plug one in, then choose it at the top of its panel.</source>
        <translation>请接上一个，然后在它的面板顶部选择它。</translation>
    </message>
    <message>
        <source>Unknown device “{name}”.</source>
        <translation>未知设备“{name}”。</translation>
    </message>
    <message>
        <source>Choose one of these: {known}.</source>
        <translation>请从以下选择：{known}。</translation>
    </message>
    <message>
        <source>The device cuda is not available: this build of torch has no CUDA.</source>
        <translation>设备 cuda 不可用：此版本的 torch 不含 CUDA。</translation>
    </message>
    <message>
        <source>Use --device auto or cpu.</source>
        <translation>请使用 --device auto 或 cpu。</translation>
    </message>
    <message>
        <source>The device cuda is not available: no usable NVIDIA GPU was found.</source>
        <translation>设备 cuda 不可用：未找到可用的 NVIDIA GPU。</translation>
    </message>
    <message>
        <source>The device mps is not available: it needs macOS on Apple silicon.</source>
        <translation>设备 mps 不可用：需要搭载 Apple 芯片的 macOS。</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>没有此文件。</translation>
    </message>
    <message>
        <source>this is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>this is a device or a pipe, not a file.</source>
        <translation>这是设备或管道，不是文件。</translation>
    </message>
    <message>
        <source>the file cannot be read ({reason}).</source>
        <translation>无法读取该文件（{reason}）。</translation>
    </message>
    <message>
        <source>this file is empty.</source>
        <translation>此文件为空。</translation>
    </message>
    <message>
        <source>Export it again, or leave its cell blank.</source>
        <translation>请重新导出，或将其单元格留空。</translation>
    </message>
    <message>
        <source>this is not a picture that can be read.</source>
        <translation>这不是可读取的图片。</translation>
    </message>
    <message>
        <source>Save it as PNG or JPEG.</source>
        <translation>请另存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>pictures in {kind} format are not supported.</source>
        <translation>不支持 {kind} 格式的图片。</translation>
    </message>
    <message>
        <source>this picture is damaged or cut off.</source>
        <translation>此图片已损坏或不完整。</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>请重新导出。</translation>
    </message>
    <message>
        <source>this picture contains values that are not numbers.</source>
        <translation>此图片含有非数值。</translation>
    </message>
    <message>
        <source>{width_px:,} × {height_px:,} pixels are too many.</source>
        <translation>{width_px:,} × {height_px:,} 像素过多。</translation>
    </message>
    <message>
        <source>Make the picture smaller.</source>
        <translation>请缩小图片。</translation>
    </message>
    <message>
        <source>it has too many pixels.</source>
        <translation>像素过多。</translation>
    </message>
    <message>
        <source>this is not a sound that can be read.</source>
        <translation>这不是可读取的声音。</translation>
    </message>
    <message>
        <source>Save it as WAV or FLAC.</source>
        <translation>请另存为 WAV 或 FLAC。</translation>
    </message>
    <message>
        <source>sounds in {kind} format are not supported.</source>
        <translation>不支持 {kind} 格式的声音。</translation>
    </message>
    <message>
        <source>this sound is damaged or cut off.</source>
        <translation>此声音已损坏或不完整。</translation>
    </message>
    <message>
        <source>this sound contains values that are not numbers.</source>
        <translation>此声音含有非数值。</translation>
    </message>
    <message>
        <source>this sound is empty.</source>
        <translation>此声音为空。</translation>
    </message>
    <message>
        <source>Record it again, or leave its cell blank.</source>
        <translation>请重新录制，或将其单元格留空。</translation>
    </message>
    <message>
        <source>this sound lasts longer than {most_min:.0f} minutes.</source>
        <translation>此声音超过 {most_min:.0f} 分钟。</translation>
    </message>
    <message>
        <source>Cut out the part that matters.</source>
        <translation>请截取需要的部分。</translation>
    </message>
    <message>
        <source>is silent throughout.</source>
        <translation>全程无声。</translation>
    </message>
    <message>
        <source>videos are not supported.</source>
        <translation>不支持视频。</translation>
    </message>
    <message>
        <source>Save one of its pictures as PNG or JPEG, or its sound as WAV or FLAC.</source>
        <translation>请将其中一幅画面另存为 PNG 或 JPEG，或将其声音另存为 WAV 或 FLAC。</translation>
    </message>
    <message>
        <source>is written in UTF-32.</source>
        <translation>以 UTF-32 编码。</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>is written in UTF-16.</source>
        <translation>以 UTF-16 编码。</translation>
    </message>
    <message>
        <source>is a spreadsheet, not a CSV table.</source>
        <translation>这是电子表格，不是 CSV 表格。</translation>
    </message>
    <message>
        <source>Save it as CSV, in UTF-8.</source>
        <translation>请另存为 UTF-8 编码的 CSV 文件。</translation>
    </message>
    <message>
        <source>cannot be read: {reason}.</source>
        <translation>无法读取：{reason}。</translation>
    </message>
    <message>
        <source>is empty; it must begin with a header such as {heading}.</source>
        <translation>表格为空；须以 {heading} 这样的表头开头。</translation>
    </message>
    <message>
        <source>has a header but no rows.</source>
        <translation>表头下没有任何行。</translation>
    </message>
    <message>
        <source>does not separate its cells with commas.</source>
        <translation>单元格不是用逗号分隔的。</translation>
    </message>
    <message>
        <source>Save it with commas.</source>
        <translation>请用逗号分隔后保存。</translation>
    </message>
    <message>
        <source>is not valid CSV here: {detail}; the rows after it were not read.</source>
        <translation>此处不是有效的 CSV：{detail}；其后的行未读取。</translation>
    </message>
    <message>
        <source>is not valid CSV here: a cell has more than {most:,} characters; the rows after it were not read.</source>
        <translation>此处不是有效的 CSV：有单元格超过 {most:,} 个字符；其后的行未读取。</translation>
    </message>
    <message>
        <source>is not valid CSV: a quote that opens here is never closed; the rows after it were not read.</source>
        <translation>不是有效的 CSV：此处打开的引号一直没有关闭；其后的行未读取。</translation>
    </message>
    <message>
        <source>is not valid CSV: a quote that opens here is not closed before a comma (line {end}); the rows after it were not read.</source>
        <translation>不是有效的 CSV：此处打开的引号没有在逗号前关闭（第 {end} 行）；其后的行未读取。</translation>
    </message>
    <message>
        <source>is not valid CSV: a quote that opens here is not closed within {most:,} characters; the rows after it were not read.</source>
        <translation>不是有效的 CSV：此处打开的引号在 {most:,} 个字符内没有关闭；其后的行未读取。</translation>
    </message>
    <message>
        <source>has none of the columns {known}; the first line must name them.</source>
        <translation>没有 {known} 中的任何一列；第一行必须给出列名。</translation>
    </message>
    <message>
        <source>has no name for column {number}; known columns: {known}.</source>
        <translation>第 {number} 列没有名称；可用的列为 {known}。</translation>
    </message>
    <message>
        <source>has the column “{column}” twice.</source>
        <translation>“{column}”列出现两次。</translation>
    </message>
    <message>
        <source>has an unknown column “{column}”; known columns: {known}.</source>
        <translation>未知的列“{column}”；可用的列为 {known}。</translation>
    </message>
    <message>
        <source>has a column “{column}” of an unknown kind of input, “{kind}”.</source>
        <translation>“{column}”列的输入类型“{kind}”未知。</translation>
    </message>
    <message>
        <source>Put one of these before the colon: {known}.</source>
        <translation>冒号前请写其中之一：{known}。</translation>
    </message>
    <message>
        <source>has a column “{column}”, but the part after its colon is not a name.</source>
        <translation>“{column}”列的冒号后不是名称。</translation>
    </message>
    <message>
        <source>Use 1 to 40 letters, digits, spaces, “-” and “_”, as in “image:front”.</source>
        <translation>请用 1 到 40 个字母、数字、空格、“-”和“_”，例如“image:front”。</translation>
    </message>
    <message>
        <source>has two inputs called “{name}”, in the columns “{other}” and “{column}”.</source>
        <translation>有两个输入都叫“{name}”，在“{other}”列和“{column}”列。</translation>
    </message>
    <message>
        <source>Give one of them another name after the colon, as in “image:side”.</source>
        <translation>请在冒号后给其中一个换个名称，例如“image:side”。</translation>
    </message>
    <message>
        <source>has {count} inputs; a model takes at most {most}.</source>
        <translation>有 {count} 个输入；模型最多用 {most} 个。</translation>
    </message>
    <message>
        <source>Leave out some of these columns.</source>
        <translation>请去掉其中几列。</translation>
    </message>
    <message>
        <source>lacks the column “{column}”; known columns: {known}.</source>
        <translation>缺少“{column}”列；可用的列为 {known}。</translation>
    </message>
    <message>
        <source>is ignored; it must be called {name}.</source>
        <translation>未读取；文件名必须为 {name}。</translation>
    </message>
    <message>
        <source>is ignored here; put its rows into {name} beside the splits, with paths from there.</source>
        <translation>此处的文件不会读取；请把其中的行写入与划分文件夹并列的 {name}，路径以那里为起点。</translation>
    </message>
    <message>
        <source>is ignored beside {name}.</source>
        <translation>有 {name} 时不读取此文件。</translation>
    </message>
    <message>
        <source>contains a zero byte.</source>
        <translation>含有零字节。</translation>
    </message>
    <message>
        <source>Delete it.</source>
        <translation>请将其删除。</translation>
    </message>
    <message>
        <source>is not UTF-8 (byte {byte} at position {position}).</source>
        <translation>不是 UTF-8（位置 {position} 的字节 {byte}）。</translation>
    </message>
    <message>
        <source>has {found} cells, but the header has {wanted}.</source>
        <translation>此行的单元格数为 {found}，表头为 {wanted}。</translation>
    </message>
    <message>
        <source>has no input: all cells but those of label and split are blank.</source>
        <translation>没有输入：除 label 和 split 外的单元格均为空。</translation>
    </message>
    <message>
        <source>--from {begin:g} --to {end:g} is no stretch.</source>
        <translation>--from {begin:g} --to {end:g} 不是有效的片段。</translation>
    </message>
    <message>
        <source>Give the seconds at which it begins and ends, the smaller one first.</source>
        <translation>请给出开始和结束的秒数，较小的在前。</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>没有要写入的内容。</translation>
    </message>
    <message>
        <source>Give --out DIR for a report, --video FILE for a video, or both.</source>
        <translation>请用 --out DIR 指定报告，用 --video FILE 指定视频，或两者都指定。</translation>
    </message>
    <message>
        <source>{path} is no name of a video.</source>
        <translation>{path} 不是视频文件名。</translation>
    </message>
    <message>
        <source>Give one that ends in .webm.</source>
        <translation>请给出以 .webm 结尾的文件名。</translation>
    </message>
    <message>
        <source>--parquet is of no use without --out.</source>
        <translation>没有 --out 时 --parquet 不起作用。</translation>
    </message>
    <message>
        <source>Give --out DIR as well.</source>
        <translation>请同时给出 --out DIR。</translation>
    </message>
    <message>
        <source>--weights {word} gives no shares of this model&apos;s inputs.</source>
        <translation>--weights {word} 没有给出此模型各输入的份额。</translation>
    </message>
    <message>
        <source>Give NAME=SHARE with commas between; there are these inputs: {known}.</source>
        <translation>请给出 名称=份额，用逗号分隔；可用的输入：{known}。</translation>
    </message>
    <message>
        <source>--perturb {word} names nothing that can be done to an input of this model.</source>
        <translation>--perturb {word} 不是可以对此模型的输入施加的干扰。</translation>
    </message>
    <message>
        <source>There are these: {known}.</source>
        <translation>可用的有：{known}。</translation>
    </message>
    <message>
        <source>--perturb {word} is out of range.</source>
        <translation>--perturb {word} 超出范围。</translation>
    </message>
    <message>
        <source>Give a strength from {least:g} to {most:g}.</source>
        <translation>请给出 {least:g} 到 {most:g} 之间的强度。</translation>
    </message>
    <message>
        <source>--perturb {word} does the same to an input a second time.</source>
        <translation>--perturb {word} 对同一输入重复施加了同一干扰。</translation>
    </message>
    <message>
        <source>Give each only once.</source>
        <translation>每种只给出一次。</translation>
    </message>
    <message>
        <source>--mute {word} names no input of this model.</source>
        <translation>--mute {word} 不是此模型的输入。</translation>
    </message>
    <message>
        <source>{path} cannot be written: the package pyarrow is not installed.</source>
        <translation>无法写入 {path}：未安装 pyarrow 包。</translation>
    </message>
    <message>
        <source>Choose CSV, or mmdesk from pip, not from an installer: pip install &apos;mmdesk[parquet]&apos; (in a checkout: pip install -e &apos;.[parquet]&apos;).</source>
        <translation>请选择 CSV，或改用 pip 版 mmdesk（安装程序版不含）：pip install &apos;mmdesk[parquet]&apos;（源码目录中：pip install -e &apos;.[parquet]&apos;）。</translation>
    </message>
    <message>
        <source>The video {path} cannot be begun: its encoder is missing.</source>
        <translation>无法开始生成视频 {path}：缺少编码器。</translation>
    </message>
    <message>
        <source>Install mmdesk&apos;s own opencv-python.</source>
        <translation>请安装 mmdesk 所用的 opencv-python。</translation>
    </message>
    <message>
        <source>There is no answer in this stretch of the recording.</source>
        <translation>录制的这一段中没有回答。</translation>
    </message>
    <message>
        <source>Choose a longer one.</source>
        <translation>请选择更长的一段。</translation>
    </message>
    <message>
        <source>Close other programs that need memory, and try again.</source>
        <translation>请关闭其他占用内存的程序，然后重试。</translation>
    </message>
    <message>
        <source>The sound of the video {path} cannot be written: {detail}.</source>
        <translation>无法写入视频 {path} 的声音：{detail}。</translation>
    </message>
    <message>
        <source>Free some space on that disk.</source>
        <translation>请在该磁盘上腾出一些空间。</translation>
    </message>
    <message>
        <source>The video {path} cannot be put together: {detail}.</source>
        <translation>无法合成视频 {path}：{detail}。</translation>
    </message>
    <message>
        <source>Give seconds above 0, at most {most:g}.</source>
        <translation>请给出大于 0 且不超过 {most:g} 的秒数。</translation>
    </message>
    <message>
        <source>{option}: the model has several inputs of this kind: {known}.</source>
        <translation>{option}：模型有多个这类输入：{known}。</translation>
    </message>
    <message>
        <source>Say which one is given: {option} NAME=…, with one of these names.</source>
        <translation>请说明是哪一个：{option} NAME=…，用这些名称之一。</translation>
    </message>
    <message>
        <source>No input is left to train on.</source>
        <translation>没有剩下可训练的输入。</translation>
    </message>
    <message>
        <source>--encoder {word}: there is no such input.</source>
        <translation>--encoder {word}：没有此输入。</translation>
    </message>
    <message>
        <source>has no label.</source>
        <translation>没有类别（label）。</translation>
    </message>
    <message>
        <source>the class “{label}” of the unknown samples is one that the model knows: “{known}”.</source>
        <translation>未知样本中的类别“{label}”是模型认识的类别：“{known}”。</translation>
    </message>
    <message>
        <source>Take its samples out, or rename it if it is something else.</source>
        <translation>请移除该类别的样本；如果它指的是别的东西，请将其重命名。</translation>
    </message>
    <message>
        <source>{name} is being read.</source>
        <translation>正在读取 {name}。</translation>
    </message>
    <message>
        <source>names the split “{split}”; known splits: {known}.</source>
        <translation>给出的划分“{split}”未知；可用的为 {known}。</translation>
    </message>
    <message>
        <source>has no split, but other rows do.</source>
        <translation>没有划分（split），而其他行有。</translation>
    </message>
    <message>
        <source>has spaces around the label “{label}”; they are removed. Rows like this: {count}.</source>
        <translation>类别“{label}”前后有空格，已略去。此类行共计：{count}。</translation>
    </message>
    <message>
        <source>repeats line {first}; it is left out.</source>
        <translation>与第 {first} 行重复，已略去。</translation>
    </message>
    <message>
        <source>puts the inputs of line {first} into another split as well.</source>
        <translation>又把第 {first} 行放入另一个划分。</translation>
    </message>
    <message>
        <source>gives the inputs of line {first} the label “{label}” instead of “{other}”.</source>
        <translation>把第 {first} 行的输入标为“{label}”，而那里是“{other}”。</translation>
    </message>
    <message>
        <source>names no file.</source>
        <translation>没有给出文件。</translation>
    </message>
    <message>
        <source>names the file of line {first} again, with different content.</source>
        <translation>再次给出第 {first} 行的文件，但内容不同。</translation>
    </message>
    <message>
        <source>names “{file}”, which is in no class folder.</source>
        <translation>给出的“{file}”不在任何类别文件夹中。</translation>
    </message>
    <message>
        <source>{column}: “{cell}” leads outside the folder; paths are relative to it.</source>
        <translation>{column}：“{cell}”指向文件夹之外；路径应以该文件夹为起点。</translation>
    </message>
    <message>
        <source>{column}: there is no file “{cell}”.</source>
        <translation>{column}：没有文件“{cell}”。</translation>
    </message>
    <message>
        <source>{column}: “{cell}” is an empty file.</source>
        <translation>{column}：“{cell}”是空文件。</translation>
    </message>
    <message>
        <source>{column}: “{cell}” does not have the extension of a picture file.</source>
        <translation>{column}：从扩展名看，“{cell}”不是图片。</translation>
    </message>
    <message>
        <source>{column}: “{cell}” does not have the extension of a sound file.</source>
        <translation>{column}：从扩展名看，“{cell}”不是声音。</translation>
    </message>
    <message>
        <source>{column}: “{cell}” does not have one of these extensions: {known}.</source>
        <translation>{column}：“{cell}”的扩展名不在其中：{known}。</translation>
    </message>
    <message>
        <source>{column}: “{cell}”: files in {kind} format are not supported.</source>
        <translation>{column}：“{cell}”：不支持 {kind} 格式的文件。</translation>
    </message>
    <message>
        <source>Save pictures as PNG or JPEG, sounds as WAV or FLAC.</source>
        <translation>请将图片另存为 PNG 或 JPEG，声音另存为 WAV 或 FLAC。</translation>
    </message>
    <message>
        <source>counts as the class “{label}”: spaces or control characters are removed.</source>
        <translation>视为类别“{label}”：空格或控制字符已略去。</translation>
    </message>
    <message>
        <source>is the same class as “{other}”: they differ only in spaces or in how letters are composed.</source>
        <translation>与“{other}”是同一类别，仅空格或字母组合方式不同。</translation>
    </message>
    <message>
        <source>is a class folder without pictures or sounds; it is left out.</source>
        <translation>此类别文件夹中没有图片和声音，已略去。</translation>
    </message>
    <message>
        <source>contains {count} × {suffix}, neither pictures nor sounds; they are left out.</source>
        <translation>含 {count} 个 {suffix}，既不是图片也不是声音，已略去。</translation>
    </message>
    <message>
        <source>contains {count} × {suffix}, left out: files in {kind} format are not supported.</source>
        <translation>含 {count} 个 {suffix}，已略去：不支持 {kind} 格式的文件。</translation>
    </message>
    <message>
        <source>contains folders with pictures or sounds ({names}), which count as “{label}” too.</source>
        <translation>含有带图片或声音的文件夹（{names}），它们也算作“{label}”。</translation>
    </message>
    <message>
        <source>contains folders with pictures or sounds ({names}), which count as “{label}” too; if these are the classes, choose the folder “{label}” itself.</source>
        <translation>含有带图片或声音的文件夹（{names}），它们也算作“{label}”；如果它们才是类别，请直接选择文件夹“{label}”。</translation>
    </message>
    <message>
        <source>contains folders with pictures or sounds ({names}), which count as “{label}” too; splits go around the class folders.</source>
        <translation>含有带图片或声音的文件夹（{names}），它们也算作“{label}”；划分文件夹应在类别文件夹之外。</translation>
    </message>
    <message>
        <source>cannot be read ({reason}); it is left out.</source>
        <translation>无权读取（{reason}），已略去。</translation>
    </message>
    <message>
        <source>is the same folder as “{first}”; it is left out.</source>
        <translation>又是文件夹“{first}”，已略去。</translation>
    </message>
    <message>
        <source>contains files beside the class folders (pictures: {pictures:,}, sounds: {sounds:,}): {names}; they are left out.</source>
        <translation>类别文件夹旁有文件（图片 {pictures:,}，声音 {sounds:,}）：{names}，已略去。</translation>
    </message>
    <message>
        <source>contains {names} beside the class folders; they are left out.</source>
        <translation>类别文件夹旁有 {names}，已略去。</translation>
    </message>
    <message>
        <source>used as splits: {names}; the folders in them are the classes.</source>
        <translation>视为划分：{names}；其中的文件夹为类别。</translation>
    </message>
    <message>
        <source>is beside the splits and contains no class folders; it is left out.</source>
        <translation>与划分并列且不含类别文件夹，已略去。</translation>
    </message>
    <message>
        <source>contains split folders ({names}) beside {others}; put every class into the splits, or rename the folders that are not splits.</source>
        <translation>既有像划分、内含文件夹的文件夹（{names}），又有 {others}；请把每个类别放入划分，或为不是划分的改名。</translation>
    </message>
    <message>
        <source>named like splits, but without class folders: {names}; put class folders into them, or rename them if they are classes.</source>
        <translation>名称像划分但不含类别文件夹：{names}；请放入类别文件夹，或为类别另取名称。</translation>
    </message>
    <message>
        <source>used as classes, although named like splits: {names}.</source>
        <translation>虽名称像划分，但视为类别：{names}。</translation>
    </message>
    <message>
        <source>has the same name as {other}, apart from the extension; it is left out.</source>
        <translation>除扩展名外与 {other} 同名，已略去。</translation>
    </message>
    <message>
        <source>is a broken link.</source>
        <translation>是失效的链接。</translation>
    </message>
    <message>
        <source>is not a file.</source>
        <translation>不是文件。</translation>
    </message>
    <message>
        <source>is an empty file.</source>
        <translation>是空文件。</translation>
    </message>
    <message>
        <source>cannot be read: permission denied.</source>
        <translation>无权读取。</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>请更改其权限。</translation>
    </message>
    <message>
        <source>there is no such folder.</source>
        <translation>没有此文件夹。</translation>
    </message>
    <message>
        <source>has no samples; it needs class folders with pictures, or samples.csv with rows.</source>
        <translation>没有样本；需要含图片的类别文件夹，或含数据行的 samples.csv。</translation>
    </message>
    <message>
        <source>has {found:,} classes, but a model can have at most {most:,}.</source>
        <translation>含 {found:,} 个类别，而模型最多能区分 {most:,} 个。</translation>
    </message>
    <message>
        <source>has {found:,} samples, but a model can learn from at most {most:,}.</source>
        <translation>含 {found:,} 个样本，而模型最多能学习 {most:,} 个。</translation>
    </message>
    <message>
        <source>has only one class, “{label}”; there must be at least two.</source>
        <translation>只有“{label}”一个类别；至少需要两个。</translation>
    </message>
    <message>
        <source>has one sample per class: nothing would be left to measure with.</source>
        <translation>每个类别只有一个样本：没有可用于测量的样本。</translation>
    </message>
    <message>
        <source>has too few samples to train and to validate; each class needs at least three.</source>
        <translation>用于训练和验证的样本太少；每个类别至少需要三个。</translation>
    </message>
    <message>
        <source>has no samples in the split train.</source>
        <translation>train 划分中没有任何内容。</translation>
    </message>
    <message>
        <source>has the class “{label}” in other splits but not in train.</source>
        <translation>类别“{label}”出现在其他划分中，但不在 train 中。</translation>
    </message>
    <message>
        <source>“{file}” is in {split}, and in {other}.</source>
        <translation>“{file}”既在 {split} 中，也在 {other} 中。</translation>
    </message>
    <message>
        <source>“{file}” is in {split}, and in {other} at line {first}.</source>
        <translation>“{file}”既在 {split} 中，也在第 {first} 行的 {other} 中。</translation>
    </message>
    <message>
        <source>the label “{label}” is not text.</source>
        <translation>类别“{label}”不是文本。</translation>
    </message>
    <message>
        <source>the label “{label}” has {found:,} characters; at most {most:,} are possible.</source>
        <translation>类别“{label}”有 {found:,} 个字符，最多可保存 {most:,} 个。</translation>
    </message>
    <message>
        <source>the label “{label}” cannot be written as UTF-8; rename it.</source>
        <translation>类别“{label}”无法写成 UTF-8；请改名。</translation>
    </message>
    <message>
        <source>the label “{label}” contains the invisible {letter} at position {position}.</source>
        <translation>类别“{label}”的第 {position} 位含有不可见字符 {letter}。</translation>
    </message>
    <message>
        <source>the label “{label}” has {letter} at position {position}, which looks like a Latin letter.</source>
        <translation>类别“{label}”的第 {position} 位是 {letter}，看起来像拉丁字母。</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” differ only in case.</source>
        <translation>“{label}”与“{other}”仅大小写不同。</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” (line {first}) differ only in case.</source>
        <translation>“{label}”与“{other}”（第 {first} 行）仅大小写不同。</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” differ only in invisible characters.</source>
        <translation>“{label}”与“{other}”仅不可见字符不同。</translation>
    </message>
    <message>
        <source>“{label}” and “{other}” (line {first}) differ only in invisible characters.</source>
        <translation>“{label}”与“{other}”（第 {first} 行）仅不可见字符不同。</translation>
    </message>
    <message>
        <source>the labels “{label}” ({letters}) and “{other}” look the same.</source>
        <translation>类别“{label}”（{letters}）与“{other}”看起来相同。</translation>
    </message>
    <message>
        <source>the labels “{label}” ({letters}) and “{other}” (line {first}) look the same.</source>
        <translation>类别“{label}”（{letters}）与“{other}”（第 {first} 行）看起来相同。</translation>
    </message>
    <message>
        <source>no sample is left for the split {split}.</source>
        <translation>没有样本可用于划分 {split}。</translation>
    </message>
    <message>
        <source>the class “{label}” has no sample in the split {split}.</source>
        <translation>类别“{label}”在划分 {split} 中没有样本。</translation>
    </message>
    <message>
        <source>{count:,} classes have no sample in the split {split}: {names}.</source>
        <translation>{count:,} 个类别在划分 {split} 中没有样本：{names}。</translation>
    </message>
    <message>
        <source>the model has no class “{label}” ({model} knows {known}).</source>
        <translation>类别“{label}”不属于该模型（{model} 认识 {known}）。</translation>
    </message>
    <message>
        <source>the column “{column}” is not an input of {model} ({known}).</source>
        <translation>“{column}”列不是 {model} 的输入（{known}）。</translation>
    </message>
    <message>
        <source>Call it as the model calls its input, or leave it out.</source>
        <translation>请按模型的输入名称给它命名，或去掉它。</translation>
    </message>
    <message>
        <source>it has none of the model’s inputs ({known}).</source>
        <translation>其中没有该模型的任何输入（{known}）。</translation>
    </message>
    <message>
        <source>Name a column as the model names an input, or choose another model.</source>
        <translation>请按模型的输入名称给一列命名，或选择另一个模型。</translation>
    </message>
    <message>
        <source>{path}: problems found: {count:,}.</source>
        <translation>{path}：发现的问题：{count:,} 个。</translation>
    </message>
    <message>
        <source>See them in the Train window, or run: mmdesk dataset check {path}</source>
        <translation>在训练窗口中选择该文件夹会全部列出；也可使用：mmdesk dataset check {path}</translation>
    </message>
    <message>
        <source>--seeds {value} is out of range.</source>
        <translation>--seeds {value} 超出范围。</translation>
    </message>
    <message>
        <source>Give 1 to 100.</source>
        <translation>请给出 1 到 100。</translation>
    </message>
    <message>
        <source>--jobs {value} is out of range.</source>
        <translation>--jobs {value} 超出范围。</translation>
    </message>
    <message>
        <source>Give 1 or more.</source>
        <translation>请给出 1 或更大的值。</translation>
    </message>
    <message>
        <source>--scheduler {value} is not an address.</source>
        <translation>--scheduler {value} 不是地址。</translation>
    </message>
    <message>
        <source>Give tcp://HOST:PORT.</source>
        <translation>请给出 tcp://HOST:PORT。</translation>
    </message>
    <message>
        <source>--test-share {value:g} is out of range.</source>
        <translation>--test-share {value:g} 超出范围。</translation>
    </message>
    <message>
        <source>Give 0.05 to 0.5.</source>
        <translation>请给出 0.05 到 0.5。</translation>
    </message>
    <message>
        <source>--rate {value} is out of range.</source>
        <translation>--rate {value} 超出范围。</translation>
    </message>
    <message>
        <source>Give 1 to 60.</source>
        <translation>请给出 1 到 60。</translation>
    </message>
    <message>
        <source>{path} was not written: its process ended.</source>
        <translation>未写入 {path}：其进程已结束。</translation>
    </message>
    <message>
        <source>--seconds {value:g} is out of range.</source>
        <translation>--seconds {value:g} 超出范围。</translation>
    </message>
    <message>
        <source>Give 1 to 3600.</source>
        <translation>请给出 1 到 3600。</translation>
    </message>
    <message>
        <source>--seconds must be 1 to 3600, and --ticks 5 to 10000.</source>
        <translation>--seconds 须在 1–3600 之间，--ticks 须在 5–10000 之间。</translation>
    </message>
    <message>
        <source>--samples must be 1 to 24, and --seed at least 0.</source>
        <translation>--samples 须在 1–24 之间，--seed 至少为 0。</translation>
    </message>
    <message>
        <source>--out {path} must end in .png or .jpg.</source>
        <translation>--out {path} 必须以 .png 或 .jpg 结尾。</translation>
    </message>
    <message>
        <source>--out {path} would become a sample of {folder}.</source>
        <translation>--out {path} 会成为 {folder} 的样本。</translation>
    </message>
    <message>
        <source>Choose a place outside the class folders.</source>
        <translation>请选择类别文件夹之外的位置。</translation>
    </message>
    <message>
        <source>--encoders-of {path}: it has only {known}.</source>
        <translation>--encoders-of {path}：只有 {known}。</translation>
    </message>
    <message>
        <source>Use another model.</source>
        <translation>请使用其他模型。</translation>
    </message>
    <message>
        <source>--split-seed {seed} leaves too few seeds for {count} splits.</source>
        <translation>--split-seed {seed} 没有为这么多划分（{count}）留下种子。</translation>
    </message>
    <message>
        <source>Give at most {most}.</source>
        <translation>最多为 {most}。</translation>
    </message>
    <message>
        <source>{detail}.</source>
        <translation>{detail}。</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>请参阅 --help。</translation>
    </message>
    <message>
        <source>Add --joint.</source>
        <translation>请加上 --joint。</translation>
    </message>
    <message>
        <source>The comparison gave no result.</source>
        <translation>比较没有得出结果。</translation>
    </message>
    <message>
        <source>One of {jobs} training processes ended unexpectedly, probably because memory ran out.</source>
        <translation>{jobs} 个训练进程中有一个意外结束；通常是内存不足。</translation>
    </message>
    <message>
        <source>Repeat the command with fewer --jobs: finished trainings are kept.</source>
        <translation>请用较小的 --jobs 重新运行命令：已完成的训练会保留。</translation>
    </message>
    <message>
        <source>--scheduler needs Dask, which is not installed.</source>
        <translation>--scheduler 需要 Dask，但它未安装。</translation>
    </message>
    <message>
        <source>It comes with mmdesk from pip, not from an installer: pip install &apos;mmdesk[cluster]&apos; (in a checkout: pip install -e &apos;.[cluster]&apos;).</source>
        <translation>它随 pip 版 mmdesk 提供，安装程序版不含：pip install &apos;mmdesk[cluster]&apos;（源码目录中：pip install -e &apos;.[cluster]&apos;）。</translation>
    </message>
    <message>
        <source>No Dask scheduler responds at {address}.</source>
        <translation>{address} 上没有 Dask 调度器应答。</translation>
    </message>
    <message>
        <source>Check the address, or start one there with: dask scheduler.</source>
        <translation>请检查地址，或在那里启动一个：dask scheduler。</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} has no workers.</source>
        <translation>{address} 上的 Dask 调度器没有工作进程。</translation>
    </message>
    <message>
        <source>Start some with: dask worker {address} --nworkers auto --nthreads 1.</source>
        <translation>启动方法：dask worker {address} --nworkers auto --nthreads 1。</translation>
    </message>
    <message>
        <source>A Dask worker at {address} cannot import what it needs: {detail}.</source>
        <translation>{address} 上的一个 Dask 工作进程无法导入所需内容：{detail}。</translation>
    </message>
    <message>
        <source>Install mmdesk wherever workers run.</source>
        <translation>请在所有运行工作进程的机器上安装 mmdesk。</translation>
    </message>
    <message>
        <source>The Dask worker {worker} has {package} {theirs}, this program {ours}: results could differ.</source>
        <translation>Dask 工作进程 {worker} 的 {package} 是 {theirs}，本程序是 {ours}：结果可能不同。</translation>
    </message>
    <message>
        <source>Install the same version on both sides.</source>
        <translation>请在两边安装相同的版本。</translation>
    </message>
    <message>
        <source>Several Dask workers at {address} died in the same training, probably because memory ran out.</source>
        <translation>{address} 上的多个 Dask 工作进程在同一训练中终止；通常是内存不足。</translation>
    </message>
    <message>
        <source>Start workers with more memory and repeat the command: finished trainings are kept.</source>
        <translation>请启动内存更大的工作进程并重新运行命令：已完成的训练会保留。</translation>
    </message>
    <message>
        <source>The connection to the Dask scheduler at {address} was lost.</source>
        <translation>与 {address} 上的 Dask 调度器的连接已断开。</translation>
    </message>
    <message>
        <source>Start it again and repeat the command: finished trainings are kept.</source>
        <translation>请重新启动它并重新运行命令：已完成的训练会保留。</translation>
    </message>
    <message>
        <source>{path}: finished trainings were removed while the comparison was running.</source>
        <translation>{path}：比较运行期间，已完成的训练被删除。</translation>
    </message>
    <message>
        <source>Repeat the command.</source>
        <translation>请重新运行命令。</translation>
    </message>
    <message>
        <source>--batch cannot be combined with --image, --audio or --text.</source>
        <translation>--batch 不能与 --image、--audio 或 --text 同用。</translation>
    </message>
    <message>
        <source>Give one or the other.</source>
        <translation>请二选一。</translation>
    </message>
    <message>
        <source>There is nothing to predict from.</source>
        <translation>没有可用于预测的内容。</translation>
    </message>
    <message>
        <source>Give --image, --audio, --text or --batch.</source>
        <translation>请给出 --image、--audio、--text 或 --batch。</translation>
    </message>
    <message>
        <source>--fusion {method}: {detail}.</source>
        <translation>--fusion {method}：{detail}。</translation>
    </message>
    <message>
        <source>Choose one of those.</source>
        <translation>请从中选择。</translation>
    </message>
    <message>
        <source>The model {name} is damaged: {detail}.</source>
        <translation>模型 {name} 已损坏：{detail}。</translation>
    </message>
    <message>
        <source>Train it again, or open another.</source>
        <translation>请重新训练，或打开其他模型。</translation>
    </message>
    <message>
        <source>--out {path}: such a folder cannot be created ({reason}).</source>
        <translation>--out {path}：不能有这样的文件夹（{reason}）。</translation>
    </message>
    <message>
        <source>--out {path}: there is no folder {folder}.</source>
        <translation>--out {path}：没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>The sample session does not begin with all inputs present.</source>
        <translation>示例演示开头没有全部输入。</translation>
    </message>
    <message>
        <source>--fusions names no method.</source>
        <translation>--fusions 没有给出方法。</translation>
    </message>
    <message>
        <source>Use {known}, or all.</source>
        <translation>请使用 {known} 或 all。</translation>
    </message>
    <message>
        <source>{option} {method}: there is no such method.</source>
        <translation>{option} {method}：没有此方法。</translation>
    </message>
    <message>
        <source>Use one of: {known}.</source>
        <translation>请使用：{known}。</translation>
    </message>
    <message>
        <source>--fusion {method} is not among --fusions {known}.</source>
        <translation>--fusion {method} 不在 --fusions {known} 之中。</translation>
    </message>
    <message>
        <source>Name it there too.</source>
        <translation>请在那里也列出它。</translation>
    </message>
    <message>
        <source>--fresh: {path} cannot be cleared ({reason}).</source>
        <translation>--fresh：无法清空 {path}（{reason}）。</translation>
    </message>
    <message>
        <source>Delete it by hand.</source>
        <translation>请手动删除。</translation>
    </message>
    <message>
        <source>Leave out one --encoder …=none.</source>
        <translation>请去掉一个 --encoder …=none。</translation>
    </message>
    <message>
        <source>--input {word} names no input of a plug-in that this model has.</source>
        <translation>--input {word} 不是此模型所具有的插件输入。</translation>
    </message>
    <message>
        <source>Give NAME=FILE; there are these: {known}.</source>
        <translation>请给出 NAME=FILE；可用的有：{known}。</translation>
    </message>
    <message>
        <source>--encoder {word}: there is no such encoder.</source>
        <translation>--encoder {word}：没有此编码器。</translation>
    </message>
    <message>
        <source>Use one of these encoders: {known}.</source>
        <translation>请使用以下编码器：{known}。</translation>
    </message>
    <message>
        <source>--encoder {word}: {dataset} does not have this input.</source>
        <translation>--encoder {word}：{dataset} 不含此输入。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请将其去掉。</translation>
    </message>
    <message>
        <source>Two models are given, one with --model.</source>
        <translation>给出了两个模型，其中一个用 --model。</translation>
    </message>
    <message>
        <source>Leave out one or the other.</source>
        <translation>请去掉其中一个。</translation>
    </message>
    <message>
        <source>--session replaces camera and microphone.</source>
        <translation>--session 会取代摄像头和麦克风。</translation>
    </message>
    <message>
        <source>--seconds works only with --screenshot FILE.</source>
        <translation>--seconds 只有与 --screenshot 文件 同用才有意义。</translation>
    </message>
    <message>
        <source>Add --screenshot.</source>
        <translation>请加上 --screenshot。</translation>
    </message>
    <message>
        <source>--screenshot and --predictions name the same file.</source>
        <translation>--screenshot 和 --predictions 指向同一文件。</translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation>请分别命名。</translation>
    </message>
    <message>
        <source>The program’s resources are missing (looked in {folder}).</source>
        <translation>缺少程序资源（查找位置：{folder}）。</translation>
    </message>
    <message>
        <source>There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.</source>
        <translation>没有显示器：DISPLAY 和 WAYLAND_DISPLAY 均未设置。</translation>
    </message>
    <message>
        <source>Without one, use “mmdesk replay SESSION --out DIR”.</source>
        <translation>没有显示器时请使用“mmdesk replay 录制 --out 文件夹”。</translation>
    </message>
    <message>
        <source>The display “{name}” does not respond.</source>
        <translation>显示器“{name}”没有响应。</translation>
    </message>
    <message>
        <source>Qt’s plug-in for the screen is missing: {path}.</source>
        <translation>缺少 Qt 的显示插件：{path}。</translation>
    </message>
    <message>
        <source>Qt’s plug-in for the screen cannot be loaded: {detail}.</source>
        <translation>无法加载 Qt 的显示插件：{detail}。</translation>
    </message>
    <message>
        <source>Install mmdesk again. If a system library is named as missing, install that.</source>
        <translation>请重新安装 mmdesk；如果提示缺少系统库，请安装该库。</translation>
    </message>
    <message>
        <source>{name}: a graph is written as .onnx or .pt2.</source>
        <translation>{name}：计算图只能写成 .onnx 或 .pt2。</translation>
    </message>
    <message>
        <source>Choose one of these suffixes.</source>
        <translation>请选择其中一种扩展名。</translation>
    </message>
    <message>
        <source>{name}: an opset is for ONNX only.</source>
        <translation>{name}：opset 仅用于 ONNX。</translation>
    </message>
    <message>
        <source>Leave it out, or write .onnx.</source>
        <translation>请将其去掉，或写成 .onnx。</translation>
    </message>
    <message>
        <source>Opset {opset} cannot be written.</source>
        <translation>无法写入 opset {opset}。</translation>
    </message>
    <message>
        <source>Choose one of {first} to {last}.</source>
        <translation>请选择 {first} 到 {last}。</translation>
    </message>
    <message>
        <source>Writing ONNX needs these Python packages: {known}.</source>
        <translation>写入 ONNX 需要这些 Python 包：{known}。</translation>
    </message>
    <message>
        <source>They come with mmdesk from pip, not from an installer: pip install &apos;mmdesk[export]&apos; (in a checkout: pip install -e &apos;.[export]&apos;).</source>
        <translation>它们随 pip 版 mmdesk 提供，安装程序版不含：pip install &apos;mmdesk[export]&apos;（源码目录中：pip install -e &apos;.[export]&apos;）。</translation>
    </message>
    <message>
        <source>This model cannot be expressed in opset {opset}.</source>
        <translation>此模型无法用 opset {opset} 表达。</translation>
    </message>
    <message>
        <source>Use opset {first}.</source>
        <translation>请使用 opset {first}。</translation>
    </message>
    <message>
        <source>The model has no fusion “{method}”.</source>
        <translation>该模型没有融合方法“{method}”。</translation>
    </message>
    <message>
        <source>This model cannot be traced: {detail}.</source>
        <translation>无法追踪此模型：{detail}。</translation>
    </message>
    <message>
        <source>Export another model.</source>
        <translation>请导出其他模型。</translation>
    </message>
    <message>
        <source>This model cannot be written as ONNX: {detail}.</source>
        <translation>无法将此模型写成 ONNX：{detail}。</translation>
    </message>
    <message>
        <source>Write .pt2 instead.</source>
        <translation>请改写为 .pt2。</translation>
    </message>
    <message>
        <source>{path}: {sentence}</source>
        <translation>{path}：{sentence}</translation>
    </message>
    <message>
        <source>{path}, line {line}: {sentence}</source>
        <translation>{path} 第 {line} 行：{sentence}</translation>
    </message>
    <message>
        <source>Check its cable. The program tries again by itself.</source>
        <translation>请检查连接线；程序会自动重试。</translation>
    </message>
    <message>
        <source>Plug it in again. The program tries again by itself.</source>
        <translation>请重新插上；程序会自动重试。</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or choose another source.</source>
        <translation>请拔下再插上，或选择其他来源。</translation>
    </message>
    <message>
        <source>Check its cable.</source>
        <translation>请检查连接线。</translation>
    </message>
    <message>
        <source>Check that the camera is switched on and on the network.</source>
        <translation>请确认摄像头已开启并已联网。</translation>
    </message>
    <message>
        <source>Connect it, or choose another source.</source>
        <translation>请连接它，或选择其他来源。</translation>
    </message>
    <message>
        <source>Check that it is connected, and close other programs that use a camera.</source>
        <translation>请确认它已连接，并关闭其他正在使用摄像头的程序。</translation>
    </message>
    <message>
        <source>Check the address, and that the camera is switched on and on the same network.</source>
        <translation>请检查网址，并确认摄像头已开启且在同一网络中。</translation>
    </message>
    <message>
        <source>Choose a video file that exists.</source>
        <translation>请选择存在的视频文件。</translation>
    </message>
    <message>
        <source>Choose another name for the model.</source>
        <translation>请为模型另选名称。</translation>
    </message>
    <message>
        <source>Choose another place for the model.</source>
        <translation>请为模型另选位置。</translation>
    </message>
    <message>
        <source>Add samples: each class needs at least three.</source>
        <translation>请增加样本：每个类别至少需要三个。</translation>
    </message>
    <message>
        <source>Add samples that it has not seen. To measure on these anyway, use mmdesk evaluate --all.</source>
        <translation>请添加它没见过的样本；“mmdesk evaluate --all”仍会用这些样本测量。</translation>
    </message>
    <message>
        <source>There is no class yet.</source>
        <translation>还没有任何类别。</translation>
    </message>
    <message>
        <source>Add two classes and show an example of each.</source>
        <translation>请添加两个类别，并各展示一个例子。</translation>
    </message>
    <message>
        <source>“{name}” is the only class, so there is nothing to choose between.</source>
        <translation>“{name}”是唯一的类别，没有可以区分的对象。</translation>
    </message>
    <message>
        <source>Add a second class.</source>
        <translation>请添加第二个类别。</translation>
    </message>
    <message>
        <source>“{name}” has no examples yet.</source>
        <translation>“{name}”还没有例子。</translation>
    </message>
    <message>
        <source>Show some.</source>
        <translation>请展示几个。</translation>
    </message>
    <message>
        <source>A class needs a name.</source>
        <translation>类别需要一个名称。</translation>
    </message>
    <message>
        <source>Type at least one letter or digit.</source>
        <translation>请至少输入一个字母或数字。</translation>
    </message>
    <message>
        <source>This name has {found:,} characters; at most {most:,} are possible.</source>
        <translation>此名称有 {found:,} 个字符，最多只能有 {most:,} 个。</translation>
    </message>
    <message>
        <source>This name has characters that no file can hold.</source>
        <translation>此名称含有文件无法保存的字符。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>请重新输入。</translation>
    </message>
    <message>
        <source>There is already a class “{name}”.</source>
        <translation>已有名为“{name}”的类别。</translation>
    </message>
    <message>
        <source>There are already {most:,} classes, and no more are possible.</source>
        <translation>已有 {most:,} 个类别，无法再添加。</translation>
    </message>
    <message>
        <source>Delete a class first.</source>
        <translation>请先删除一个类别。</translation>
    </message>
    <message>
        <source>More than {most:,} examples are not possible.</source>
        <translation>例子不能超过 {most:,} 个。</translation>
    </message>
    <message>
        <source>Delete some first, or train on a folder of data.</source>
        <translation>请先删除一些，或改用数据文件夹训练。</translation>
    </message>
    <message>
        <source>The class and its examples are deleted.</source>
        <translation>该类别及其示例已删除。</translation>
    </message>
    <message>
        <source>Ctrl+Z brings them back.</source>
        <translation>按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>No camera and no microphone is on.</source>
        <translation>没有打开摄像头或麦克风。</translation>
    </message>
    <message>
        <source>Choose one in the lists on the left.</source>
        <translation>请在左侧列表中选择。</translation>
    </message>
    <message>
        <source>Only the first {most:,} files were read.</source>
        <translation>只读取了前 {most:,} 个文件。</translation>
    </message>
    <message>
        <source>For more, train on a folder of data.</source>
        <translation>如需更多，请用数据文件夹训练。</translation>
    </message>
    <message>
        <source>There is no picture, no sound and no text among these files.</source>
        <translation>这些文件中没有图片、声音或文字。</translation>
    </message>
    <message>
        <source>Drop files such as .jpg, .png, .wav, .mp3 or .txt.</source>
        <translation>请拖入 .jpg、.png、.wav、.mp3 或 .txt 等文件。</translation>
    </message>
    <message>
        <source>The recording {path} has no marks, so nothing says which part shows what.</source>
        <translation>录像 {path} 没有标记，无法知道哪一段展示的是什么。</translation>
    </message>
    <message>
        <source>While you record, press Ctrl+B where a thing appears, and give the mark the name of its class.</source>
        <translation>录制时，在物品出现的那一刻按 Ctrl+B，并用类别的名称为标记命名。</translation>
    </message>
    <message>
        <source>Line {line} of {path} does not say what is taught when.</source>
        <translation>{path} 的第 {line} 行没有说明何时教什么。</translation>
    </message>
    <message>
        <source>The header is begin_s,end_s,class; each line has two times in seconds, in order, and a name.</source>
        <translation>表头是 begin_s,end_s,class；每行依次是两个以秒为单位的时间和一个名称。</translation>
    </message>
    <message>
        <source>{count:,} examples were taken from the recording “{title}”.</source>
        <translation>已从录像“{title}”中取得 {count:,} 个示例。</translation>
    </message>
    <message>
        <source>Three toys are taught; now see what it makes of them, and of something new.</source>
        <translation>三个玩具已经教会了；现在看看它怎样认出它们，又怎样对待没见过的东西。</translation>
    </message>
    <message>
        <source>For things of your own, choose a camera, then Project → New.</source>
        <translation>要教自己的东西，请选择摄像头，然后点“项目 → 新建”。</translation>
    </message>
    <message>
        <source>There is nothing of this visitor to forget.</source>
        <translation>没有这位访客的内容可以忘记。</translation>
    </message>
    <message>
        <source>This was taught with inputs other than one picture, one sound and one text.</source>
        <translation>这是用一张图片、一个声音和一段文字以外的输入教的。</translation>
    </message>
    <message>
        <source>Train on it instead.</source>
        <translation>请改用它来训练。</translation>
    </message>
    <message>
        <source>{count:,} files could not be read. The first: {first}</source>
        <translation>有 {count:,} 个文件无法读取。第一个：{first}</translation>
    </message>
    <message>
        <source>Check what is missing, and go on. What could not be read is kept in the folder “damaged”.</source>
        <translation>请检查缺少什么，然后继续。无法读取的文件保留在文件夹“damaged”中。</translation>
    </message>
    <message>
        <source>Damaged or missing files of this project: {count}. The first is {first}.</source>
        <translation>此项目中损坏或缺失的文件：{count} 个。第一个是 {first}。</translation>
    </message>
    <message>
        <source>They are left out. With the next change, damaged ones are moved to {folder}.</source>
        <translation>它们会被忽略。下次更改时，损坏的文件会移到 {folder}。</translation>
    </message>
    <message>
        <source>“{name}” was made with a newer version of mmdesk (format {found}; this version reads up to {known}).</source>
        <translation>“{name}”由更新版本的 mmdesk 创建（格式 {found}，此版本最高支持 {known}）。</translation>
    </message>
    <message>
        <source>Nothing was recorded: the camera sees nothing, and no word was heard.</source>
        <translation>没有录到任何内容：摄像头什么也看不到，也没有听到说话。</translation>
    </message>
    <message>
        <source>Check light and lens, or speak louder while you hold the key.</source>
        <translation>请检查光线和镜头，或在按住按键时大声一点说。</translation>
    </message>
    <message>
        <source>Nothing was recorded: the picture is too dark.</source>
        <translation>没有录到任何内容：画面太暗。</translation>
    </message>
    <message>
        <source>Turn on a light, or uncover the lens.</source>
        <translation>请开灯，或移开遮住镜头的东西。</translation>
    </message>
    <message>
        <source>Nothing was recorded: the picture shows nothing, as if the lens were covered.</source>
        <translation>没有录到任何内容：画面上什么也没有，好像镜头被遮住了。</translation>
    </message>
    <message>
        <source>Uncover the lens, and hold something in front of it.</source>
        <translation>请移开遮住镜头的东西，并把物品放到镜头前。</translation>
    </message>
    <message>
        <source>Nothing was recorded: no word was heard.</source>
        <translation>没有录到任何内容：没有听到说话。</translation>
    </message>
    <message>
        <source>Speak louder while you hold the key, or choose another microphone on the left.</source>
        <translation>请在按住按键时大声一点说，或在左侧选择其他麦克风。</translation>
    </message>
    <message>
        <source>Nothing was recorded: you have muted what is on.</source>
        <translation>没有录到任何内容：您忽略了已打开的输入。</translation>
    </message>
    <message>
        <source>Unmute camera, microphone or text on the left.</source>
        <translation>请在左侧取消忽略摄像头、麦克风或文字。</translation>
    </message>
    <message>
        <source>Nothing was recorded: no signal comes from camera or microphone.</source>
        <translation>没有录到任何内容：摄像头和麦克风都没有信号。</translation>
    </message>
    <message>
        <source>Plug them in again, or choose others in the lists on the left.</source>
        <translation>请重新插上，或在左侧列表中选择其他设备。</translation>
    </message>
    <message>
        <source>Nothing was recorded: the key was not held long enough.</source>
        <translation>没有录到任何内容：按键按住的时间不够长。</translation>
    </message>
    <message>
        <source>Hold it while you show something or say a word.</source>
        <translation>请在展示物品或说话时一直按住。</translation>
    </message>
    <message>
        <source>Wiped: {what}.</source>
        <translation>已清除：{what}。</translation>
    </message>
    <message>
        <source>Nothing can bring it back.</source>
        <translation>无法恢复。</translation>
    </message>
    <message>
        <source>Wiped of the visitor before: {what}.</source>
        <translation>已清除上一位访客的内容：{what}。</translation>
    </message>
    <message>
        <source>{path} has {found:,} classes; at most {most:,} can be taught.</source>
        <translation>{path} 有 {found:,} 个类别；最多只能教 {most:,} 个。</translation>
    </message>
    <message>
        <source>{path} has {found:,} samples; at most {most:,} can be taught.</source>
        <translation>{path} 有 {found:,} 个样本；最多只能教 {most:,} 个。</translation>
    </message>
    <message>
        <source>The classes “{name}” and “{other}” are one name, written in two ways.</source>
        <translation>类别“{name}”和“{other}”是同一个名称的两种写法。</translation>
    </message>
    <message>
        <source>Give one of them another name.</source>
        <translation>请给其中一个换个名称。</translation>
    </message>
    <message>
        <source>Update mmdesk.</source>
        <translation>请更新 mmdesk。</translation>
    </message>
    <message>
        <source>The project “{name}” cannot be opened: {file} is damaged ({detail}).</source>
        <translation>无法打开项目“{name}”：{file} 已损坏（{detail}）。</translation>
    </message>
    <message>
        <source>Restore the folder from a copy. Its pictures and sounds are still in “samples”.</source>
        <translation>请从备份恢复该文件夹。图片和声音仍在“samples”中。</translation>
    </message>
    <message>
        <source>The last saved state was damaged, so the one before it was opened.</source>
        <translation>最后保存的状态已损坏，因此打开了之前的状态。</translation>
    </message>
    <message>
        <source>{path} is not a project.</source>
        <translation>{path} 不是项目。</translation>
    </message>
    <message>
        <source>Choose a folder that contains lesson.json.</source>
        <translation>请选择包含 lesson.json 的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {path}: it was moved or deleted, or its drive is missing.</source>
        <translation>没有文件夹 {path}：它已被移动或删除，或其所在驱动器未连接。</translation>
    </message>
    <message>
        <source>Open the project where it is now, or connect the drive.</source>
        <translation>请从项目现在的位置打开它，或连接该驱动器。</translation>
    </message>
    <message>
        <source>The project folder {path} was moved or deleted. Nothing is lost yet.</source>
        <translation>项目文件夹 {path} 已被移动或删除。目前没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Put it back, or save the project elsewhere.</source>
        <translation>请将其放回原处，或将项目保存到其他位置。</translation>
    </message>
    <message>
        <source>{path} cannot be written, so changes are not saved.</source>
        <translation>{path} 无法写入，更改不会被保存。</translation>
    </message>
    <message>
        <source>Save the project elsewhere.</source>
        <translation>请将项目保存到其他位置。</translation>
    </message>
    <message>
        <source>{path} cannot be written, so the taught model could not be saved there.</source>
        <translation>{path} 无法写入，所教的模型无法保存在那里。</translation>
    </message>
    <message>
        <source>Copy the project to a folder that can be written, and train it there.</source>
        <translation>请将项目复制到可以写入的文件夹，并在那里训练。</translation>
    </message>
    <message>
        <source>Another program has the project “{name}” open.</source>
        <translation>另一个程序正在使用项目“{name}”。</translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation>请先在那里关闭它。</translation>
    </message>
    <message>
        <source>{path} already contains something else.</source>
        <translation>{path} 中已有其他内容。</translation>
    </message>
    <message>
        <source>Choose a new or empty folder.</source>
        <translation>请选择新建或空的文件夹。</translation>
    </message>
    <message>
        <source>The project {path} holds more text than one file may.</source>
        <translation>项目 {path} 的文字超过了单个文件的上限。</translation>
    </message>
    <message>
        <source>Delete some examples.</source>
        <translation>请删除一些例子。</translation>
    </message>
    <message>
        <source>{path} cannot be written: the taught model’s file is damaged.</source>
        <translation>无法写入 {path}：所教模型的文件已损坏。</translation>
    </message>
    <message>
        <source>Change something so that it is trained again, and try again.</source>
        <translation>请做一处更改以重新训练，然后重试。</translation>
    </message>
    <message>
        <source>{path} is a model without the examples it was taught with.</source>
        <translation>{path} 是不含教学例子的模型。</translation>
    </message>
    <message>
        <source>Open it as a model instead.</source>
        <translation>请将其作为模型打开。</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} 已损坏。</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>请重新获取该文件。</translation>
    </message>
    <message>
        <source>The picture in example {number:,} of “{name}” is too dark to learn from.</source>
        <translation>“{name}”的第 {number:,} 个例子中的图片太暗，无法用于学习。</translation>
    </message>
    <message>
        <source>Show it again in more light.</source>
        <translation>请在更亮的光线下再展示一次。</translation>
    </message>
    <message>
        <source>The picture in example {number:,} of “{name}” shows nothing.</source>
        <translation>“{name}”的第 {number:,} 个例子中的图片上没有任何内容。</translation>
    </message>
    <message>
        <source>Uncover the lens, and show it again.</source>
        <translation>请移开遮住镜头的东西，再展示一次。</translation>
    </message>
    <message>
        <source>The sound in example {number:,} of “{name}” is silent.</source>
        <translation>“{name}”的第 {number:,} 个例子中的声音是静音。</translation>
    </message>
    <message>
        <source>Check the microphone, and say it again.</source>
        <translation>请检查麦克风，再说一遍。</translation>
    </message>
    <message>
        <source>The sound in example {number:,} of “{name}” is too short.</source>
        <translation>“{name}”的第 {number:,} 个例子中的声音太短。</translation>
    </message>
    <message>
        <source>Say the whole word again.</source>
        <translation>请再把整个词说一遍。</translation>
    </message>
    <message>
        <source>The text in example {number:,} of “{name}” has no letter or digit.</source>
        <translation>“{name}”的第 {number:,} 个例子的文字中没有字母或数字。</translation>
    </message>
    <message>
        <source>Type a word, and record it again.</source>
        <translation>请输入一个词，再录一次。</translation>
    </message>
    <message>
        <source>Example {number:,} of “{name}” cannot be used: it contains values that are not numbers.</source>
        <translation>“{name}”的第 {number:,} 个例子无法使用：其中含有非数字的值。</translation>
    </message>
    <message>
        <source>Delete it, and record it again.</source>
        <translation>请删除它，再录一次。</translation>
    </message>
    <message>
        <source>“{name}” has {count} of {wanted} examples: show it again, in another way.</source>
        <translation>“{name}”有 {count} 个例子（需要 {wanted} 个）：请换一种方式再展示一次。</translation>
    </message>
    <message>
        <source>The examples of “{name}” contradict each other: many look like “{other}”.</source>
        <translation>“{name}”的例子相互矛盾：许多看起来像“{other}”。</translation>
    </message>
    <message>
        <source>Delete the wrong ones, or show what differs.</source>
        <translation>请删除错误的例子，或展示二者的区别。</translation>
    </message>
    <message>
        <source>The examples of “{name}” are all the same: turn it, move it, or say it again.</source>
        <translation>“{name}”的例子完全相同：请转动、移动它，或再说一遍。</translation>
    </message>
    <message>
        <source>“{name}” is not always recognised: more examples help.</source>
        <translation>“{name}”并不总能被识别：更多例子会有帮助。</translation>
    </message>
    <message>
        <source>“{name}” has enough examples.</source>
        <translation>“{name}”的例子已足够。</translation>
    </message>
    <message>
        <source>Nothing can be learnt from the examples of “{name}”: they are dark, blank or silent.</source>
        <translation>无法从“{name}”的例子中学习：它们太暗、空白或无声。</translation>
    </message>
    <message>
        <source>Show it again.</source>
        <translation>请再展示一次。</translation>
    </message>
    <message>
        <source>“{name}” and “{other}” are confused: add examples that differ.</source>
        <translation>“{name}”和“{other}”容易混淆：请添加有区别的例子。</translation>
    </message>
    <message>
        <source>Show a second example of each class to see how well it works.</source>
        <translation>请为每个类别再展示一个例子，以查看效果。</translation>
    </message>
    <message>
        <source>It works so far. More examples make it surer.</source>
        <translation>目前有效。更多例子会让它更可靠。</translation>
    </message>
    <message>
        <source>All classes are told apart well.</source>
        <translation>所有类别都能很好地区分。</translation>
    </message>
    <message>
        <source>{option} must be at least {least}.</source>
        <translation>{option} 至少为 {least}。</translation>
    </message>
    <message>
        <source>{option} needs --from.</source>
        <translation>{option} 需要 --from。</translation>
    </message>
    <message>
        <source>Name the data folder to take samples from.</source>
        <translation>请指定用于取样的数据文件夹。</translation>
    </message>
</context>
<context>
    <name>ProjectMenu</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a s&amp;hared file…</source>
        <translation>打开共享文件(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Share as &amp;one file…</source>
        <translation>共享为单个文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import a data folder…</source>
        <translation>导入数据文件夹(&amp;I)…</translation>
    </message>
    <message>
        <source>Add the marked parts of a &amp;recording…</source>
        <translation>添加录像中标记的片段(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Export as a data folder…</source>
        <translation>导出为数据文件夹(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Forget this visitor</source>
        <translation>忘记这位访客(&amp;F)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Shared projects (*{suffix})</source>
        <translation>共享项目 (*{suffix})</translation>
    </message>
    <message>
        <source>Open a shared file</source>
        <translation>打开共享文件</translation>
    </message>
    <message>
        <source>Save the project as a folder</source>
        <translation>将项目保存为文件夹</translation>
    </message>
    <message>
        <source>Share as one file</source>
        <translation>共享为单个文件</translation>
    </message>
    <message>
        <source>Import a data folder</source>
        <translation>导入数据文件夹</translation>
    </message>
    <message>
        <source>Add the marked parts of a recording</source>
        <translation>添加录像中标记的片段</translation>
    </message>
    <message>
        <source>Export as a data folder</source>
        <translation>导出为数据文件夹</translation>
    </message>
</context>
<context>
    <name>RecordStrip</name>
    <message>
        <source>Mark  Ctrl+B</source>
        <translation>标记  Ctrl+B</translation>
    </message>
    <message>
        <source>Marks this moment, and asks what to call it</source>
        <translation>标记当前时刻，并询问名称</translation>
    </message>
    <message>
        <source>Stop  F12</source>
        <translation>停止  F12</translation>
    </message>
    <message>
        <source>Ends the recording and saves it</source>
        <translation>结束录制并保存</translation>
    </message>
    <message>
        <source>Name of the mark</source>
        <translation>标记名称</translation>
    </message>
    <message>
        <source>Enter names the mark, Esc leaves it as it is</source>
        <translation>按 Enter 命名标记，按 Esc 保持不变</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>● REC {time}</source>
        <translation>● 录制中 {time}</translation>
    </message>
    <message>
        <source>{count} GB left on the disk</source>
        <translation>磁盘剩余 {count} GB</translation>
    </message>
    <message>
        <source>more than {count} h left on the disk</source>
        <translation>磁盘还可录制 {count} 小时以上</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left on the disk</source>
        <translation>磁盘还可录制 {hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min left on the disk</source>
        <translation>磁盘还可录制 {minutes} 分钟</translation>
    </message>
    <message>
        <source>less than a minute left on the disk</source>
        <translation>磁盘可录制时间不足一分钟</translation>
    </message>
    <message>
        <source>muted inputs are recorded too</source>
        <translation>被忽略的输入也会录下</translation>
    </message>
    <message>
        <source>marks: {count}</source>
        <translation>标记：{count}</translation>
    </message>
    <message>
        <source>pictures left out: {count}</source>
        <translation>略过的画面：{count}</translation>
    </message>
</context>
<context>
    <name>RecorderView</name>
    <message>
        <source>Mark {number}</source>
        <translation>标记 {number}</translation>
    </message>
    <message>
        <source>New visitor</source>
        <translation>新访客</translation>
    </message>
    <message>
        <source>A recording of this visitor is running ({time}), and ends now. Shall it be deleted?</source>
        <translation>正在录制这位访客（{time}），现在结束。要删除这段录制吗？</translation>
    </message>
    <message>
        <source>Recordings that were finished before are kept.</source>
        <translation>此前已完成的录制会保留。</translation>
    </message>
    <message>
        <source>The typed text and the last half minute are deleted in any case.</source>
        <translation>输入的文字和最近半分钟一律删除。</translation>
    </message>
    <message>
        <source>Delete the recording</source>
        <translation>删除录制</translation>
    </message>
    <message>
        <source>Keep the recording</source>
        <translation>保留录制</translation>
    </message>
</context>
<context>
    <name>RecordingExportDesk</name>
    <message>
        <source>Export the recording as a video</source>
        <translation>将录制导出为视频</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Parquet tables</source>
        <translation>Parquet 表格</translation>
    </message>
    <message>
        <source>Export the answers to the recording</source>
        <translation>导出对录制的回答</translation>
    </message>
    <message>
        <source>The text is yours: “{text}”</source>
        <translation>文字是您的：“{text}”</translation>
    </message>
    <message>
        <source>Export the recording</source>
        <translation>导出录制</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>正在写入 {name} …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>measured by leaving out one example at a time</source>
        <translation>逐个留出示例测得</translation>
    </message>
    <message>
        <source>measured on examples left out in {folds} rounds</source>
        <translation>分 {folds} 轮留出示例测得</translation>
    </message>
    <message>
        <source>not measured yet: no class has two examples</source>
        <translation>尚未测量：没有一个类别有两个示例</translation>
    </message>
    <message>
        <source>How well it knows them</source>
        <translation>它掌握得如何</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全部一起</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>正在学习…</translation>
    </message>
    <message>
        <source>learnt in {seconds} s, {how}</source>
        <translation>用时 {seconds} 秒学会，{how}</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Use live</source>
        <translation>实时使用</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Measure the model on the test samples, which it has never seen, and write a report</source>
        <translation>在模型从未见过的测试样本上测量，并写出报告</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Figures on the test samples</source>
        <translation>测试样本上的指标</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>When a run is done, its model appears here.</source>
        <translation>训练完成后，模型会显示在这里。</translation>
    </message>
    <message>
        <source>The model is ready</source>
        <translation>模型已就绪</translation>
    </message>
    <message>
        <source>Accuracy on the validation samples, with its 95 % interval. Training stopped where these samples looked best, so the figure is a little too good. An evaluation measures the model on samples it has never seen.</source>
        <translation>验证样本上的准确率及其 95% 区间。训练在这些样本表现最好时停止，因此这个数字略偏高。评估会用模型从未见过的样本来衡量。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存为 {path}</translation>
    </message>
    <message>
        <source>Measuring on the test samples and training baselines for comparison …</source>
        <translation>正在测试样本上测量；同时训练用于比较的基线……</translation>
    </message>
    <message>
        <source>Accuracy with its 95 % interval. F1 and AUC are means over the classes. ECE is how far confidence and accuracy are apart. The Brier score is the squared distance of the probabilities from the truth. Beside them is the accuracy of models trained for comparison.</source>
        <translation>准确率及其 95% 区间。F1 和 AUC 是各类别的平均值。ECE 表示置信度与准确率相差多少。Brier 分数是概率与真实结果之间的平方距离。旁边是为比较而训练的模型的准确率。</translation>
    </message>
    <message>
        <source>On one test sample</source>
        <translation>在 1 个测试样本上</translation>
    </message>
    <message>
        <source>On {count} test samples</source>
        <translation>在 {count} 个测试样本上</translation>
    </message>
    <message>
        <source>the model does not say what it was trained on, so samples it knows may be among them</source>
        <translation>模型没有说明用什么训练，其中可能有它见过的样本</translation>
    </message>
    <message>
        <source>{count} more were left out, because the model was trained on them</source>
        <translation>另有 {count} 个样本未计入，因为模型训练时用过</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Back to all classes</source>
        <translation>返回所有类别</translation>
    </message>
    <message>
        <source>Back to all classes (Esc)</source>
        <translation>返回所有类别 (Esc)</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move to …</source>
        <translation>移动到…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Examples: {count}</source>
        <translation>示例：{count}</translation>
    </message>
    <message>
        <source>, {count} selected</source>
        <translation>，已选 {count} 个</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Save the model as</source>
        <translation>将模型另存为</translation>
    </message>
    <message>
        <source>Models (*.mmdesk)</source>
        <translation>模型 (*.mmdesk)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>Model file, ending in .mmdesk</source>
        <translation>模型文件，以 .mmdesk 结尾</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Progress of the stage</source>
        <translation>本阶段进度</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>正在开始……</translation>
    </message>
    <message>
        <source>You can close this window. Training continues, and the main window shows its progress.</source>
        <translation>可以关闭此窗口。训练会继续，主窗口会显示进度。</translation>
    </message>
    <message>
        <source>It continues where the interrupted run stopped.</source>
        <translation>从中断处继续。</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>Evaluating …</source>
        <translation>正在评估……</translation>
    </message>
    <message>
        <source>Start continues from the last complete epoch if data and choices stay the same.</source>
        <translation>只要数据和选项不变，点“开始”会从上一个完整轮次继续。</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost.</source>
        <translation>已停止。没有丢失任何进度。</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>完成：{name}</translation>
    </message>
    <message>
        <source>A run on this folder was interrupted.</source>
        <translation>该文件夹上有一次训练被中断。</translation>
    </message>
    <message>
        <source>Start continues it. Its choices are set above.</source>
        <translation>点“开始”即可继续。其选项已在上方设好。</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>{name} already exists. Replace it?</source>
        <translation>{name} 已存在。要替换它吗？</translation>
    </message>
</context>
<context>
    <name>SignalPanel</name>
    <message>
        <source>Other source…</source>
        <translation>其他来源…</translation>
    </message>
    <message>
        <source>an address or a file</source>
        <translation>地址或文件</translation>
    </message>
    <message>
        <source>Choose the source</source>
        <translation>选择来源</translation>
    </message>
</context>
<context>
    <name>SignalView</name>
    <message>
        <source>when left out: up to {points} points</source>
        <translation>去掉后：最多 {points} 点</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>没有来源</translation>
    </message>
    <message>
        <source>Choose one above.</source>
        <translation>请在上方选择。</translation>
    </message>
</context>
<context>
    <name>SnapshotPage</name>
    <message>
        <source>Snapshot from the fusion microscope</source>
        <translation>融合显微镜的快照</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>非实时</translation>
    </message>
    <message>
        <source>Active changes</source>
        <translation>当前改动</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} 把握</translation>
    </message>
    <message>
        <source>The weights were set by hand.</source>
        <translation>权重由手动设定。</translation>
    </message>
    <message>
        <source>The inputs were perturbed.</source>
        <translation>输入受到了干扰。</translation>
    </message>
    <message>
        <source>Weights by hand: {shares}</source>
        <translation>手动权重：{shares}</translation>
    </message>
    <message>
        <source>What the model read</source>
        <translation>模型读到的文字</translation>
    </message>
    <message>
        <source>Weights and contributions</source>
        <translation>权重与贡献</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Answer without it</source>
        <translation>去掉它后的答案</translation>
    </message>
    <message>
        <source>The weight is how much the method lets an input count. The contribution is how much the input changed the answer’s probability, in percentage points (its exact Shapley value). All contributions add up to the answer’s probability minus that of a random guess.</source>
        <translation>权重表示方法让某个输入占多大分量。贡献表示该输入使答案的概率改变了多少个百分点（它的精确 Shapley 值）。所有贡献之和等于答案的概率减去随机猜测的概率。</translation>
    </message>
    <message>
        <source>The same inputs, fused by other methods</source>
        <translation>相同的输入，换用其他融合方法</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Weights: {inputs}</source>
        <translation>权重：{inputs}</translation>
    </message>
    <message>
        <source>Contributions: {inputs}</source>
        <translation>贡献：{inputs}</translation>
    </message>
    <message>
        <source>How the inputs relate</source>
        <translation>各输入的关系</translation>
    </message>
    <message>
        <source>Each method with its own weights on the same inputs. The one that answers is in bold.</source>
        <translation>各方法对相同的输入使用自己的权重。作答的方法以粗体显示。</translation>
    </message>
    <message>
        <source>It uses the weights set by hand.</source>
        <translation>该方法使用手动设定的权重。</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>未定义</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No device found</source>
        <translation>未找到设备</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>重新查找设备</translation>
    </message>
</context>
<context>
    <name>SpectrogramView</name>
    <message>
        <source>when left out: up to {points} points</source>
        <translation>去掉后：最多 {points} 点</translation>
    </message>
    <message>
        <source>No microphone chosen</source>
        <translation>未选择麦克风</translation>
    </message>
    <message>
        <source>Choose one in the list above.</source>
        <translation>请在上方列表中选择。</translation>
    </message>
    <message>
        <source>Starting the microphone …</source>
        <translation>正在启动麦克风…</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} 秒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>What if: without each input</source>
        <translation>如果没有某个输入</translation>
    </message>
    <message>
        <source>Weights over time</source>
        <translation>权重随时间变化</translation>
    </message>
    <message>
        <source>Methods side by side</source>
        <translation>方法对比</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>What supports the answer (while frozen)</source>
        <translation>支持答案的依据（定格时）</translation>
    </message>
    <message>
        <source>What would it say without …?</source>
        <translation>如果没有……它会说什么？</translation>
    </message>
    <message>
        <source>How much it used each input</source>
        <translation>它各用了多少</translation>
    </message>
    <message>
        <source>The same moment, seen by every method</source>
        <translation>同一时刻，各方法所见</translation>
    </message>
    <message>
        <source>Dots: examples it learnt from. The large one: you, now</source>
        <translation>小点：它学过的例子。大点：此刻的你</translation>
    </message>
</context>
<context>
    <name>StageBoard</name>
    <message>
        <source>Answer and inputs</source>
        <translation>答案与输入</translation>
    </message>
    <message>
        <source>What makes it say “{label}”?</source>
        <translation>是什么让它说“{label}”？</translation>
    </message>
</context>
<context>
    <name>StageCode</name>
    <message>
        <source>Take this moment home: scan with your telephone</source>
        <translation>把这一刻带回家：用手机扫一扫</translation>
    </message>
</context>
<context>
    <name>StageHeader</name>
    <message>
        <source>Method and active changes</source>
        <translation>方法与当前生效的改动</translation>
    </message>
</context>
<context>
    <name>StageMenu</name>
    <message>
        <source>On the &amp;stage</source>
        <translation>在舞台上(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Next scene</source>
        <translation>下一场景(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous scene</source>
        <translation>上一场景(&amp;P)</translation>
    </message>
    <message>
        <source>Change by &amp;itself</source>
        <translation>自动切换(&amp;I)</translation>
    </message>
    <message>
        <source>Every {seconds} seconds</source>
        <translation>每 {seconds} 秒</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller type</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>Type as &amp;usual</source>
        <translation>默认文字大小(&amp;U)</translation>
    </message>
    <message>
        <source>Show the stage &amp;here</source>
        <translation>在此显示舞台(&amp;H)</translation>
    </message>
</context>
<context>
    <name>StagePreview</name>
    <message>
        <source>What the audience sees</source>
        <translation>观众所见</translation>
    </message>
    <message>
        <source>What the audience sees. Click for the next scene (Page Down).</source>
        <translation>观众所见。点击切换到下一场景（Page Down）。</translation>
    </message>
    <message>
        <source>Code to take the moment home</source>
        <translation>带走这一刻的二维码</translation>
    </message>
    <message>
        <source>On the stage: {scene}</source>
        <translation>舞台上：{scene}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>camera {value} fps</source>
        <translation>摄像头 {value} 帧/秒</translation>
    </message>
    <message>
        <source>shown {value} fps</source>
        <translation>显示 {value} 帧/秒</translation>
    </message>
    <message>
        <source>{value} answers/s</source>
        <translation>{value} 次预测/秒</translation>
    </message>
    <message>
        <source>camera → screen {value} ms</source>
        <translation>摄像头 → 屏幕 {value} 毫秒</translation>
    </message>
    <message>
        <source>input → answer {value} ms</source>
        <translation>输入 → 答案 {value} 毫秒</translation>
    </message>
    <message>
        <source>sound lost {count}×</source>
        <translation>声音丢失 {count} 次</translation>
    </message>
    <message>
        <source>NaN {count}×</source>
        <translation>NaN {count} 次</translation>
    </message>
    <message>
        <source>Pictures per second from the camera</source>
        <translation>摄像头每秒提供的画面数</translation>
    </message>
    <message>
        <source>Pictures per second on screen</source>
        <translation>每秒显示的画面数</translation>
    </message>
    <message>
        <source>Predictions per second</source>
        <translation>每秒预测次数</translation>
    </message>
    <message>
        <source>From the capture of a picture until it is on screen (median)</source>
        <translation>从拍摄画面到显示在屏幕上（中位数）</translation>
    </message>
    <message>
        <source>From the newest changed input until the answer is on screen (median)</source>
        <translation>从最新输入变化到答案显示在屏幕上（中位数）</translation>
    </message>
    <message>
        <source>How often sound was lost because the computer was too busy</source>
        <translation>因电脑太忙而丢失声音的次数</translation>
    </message>
    <message>
        <source>Answers that were not numbers (NaN) and were left out: the model is damaged</source>
        <translation>不是数值（NaN）而被舍弃的答案：模型已损坏</translation>
    </message>
    <message>
        <source>A model is being trained (Model, Train…)</source>
        <translation>正在训练模型（模型，训练…）</translation>
    </message>
    <message>
        <source>Where the model runs</source>
        <translation>模型运行的设备</translation>
    </message>
</context>
<context>
    <name>Sum</name>
    <message>
        <source>Training gave each input one score, the same at every moment. A weight is the input&apos;s share of the sum of e^score (softmax).</source>
        <translation>训练给每个输入一个固定的分数，每一刻都相同。权重是该输入在所有 e^分数 之和中所占的份额（softmax）。</translation>
    </message>
    <message>
        <source>The gate gives each input a score for this very moment. A weight is the input&apos;s share of the sum of e^score (softmax).</source>
        <translation>门控为此刻的每个输入给出一个分数。权重是该输入在所有 e^分数 之和中所占的份额（softmax）。</translation>
    </message>
    <message>
        <source>The gate weighs every value of the embeddings by itself (a softmax over the inputs). A weight is the mean over all values.</source>
        <translation>门控对嵌入的每个数值单独加权（对各输入做 softmax）。权重是所有数值上的平均。</translation>
    </message>
    <message>
        <source>Everything that is present counts the same.</source>
        <translation>所有存在的输入同等计算。</translation>
    </message>
    <message>
        <source>Each input&apos;s own head is as sure as its class scores rise: its energy is their log-sum-exp, its trust log(1 + e^energy). A weight is the input&apos;s share of all trust.</source>
        <translation>每个输入自己的分类头有多确定，取决于各类分数有多高:能量是它们的 log-sum-exp，信任度是 log(1 + e^能量)。权重是该输入在全部信任度中所占的份额。</translation>
    </message>
    <message>
        <source>This model looks at one input only.</source>
        <translation>此模型只看一个输入。</translation>
    </message>
    <message>
        <source>You set the weights. What an absent input would have goes to the others in proportion.</source>
        <translation>权重由您设定。缺席输入的份额按比例分给其他输入。</translation>
    </message>
    <message>
        <source>e^(score − greatest)</source>
        <translation>e^(分数 − 最大值)</translation>
    </message>
    <message>
        <source>sum over the values</source>
        <translation>各数值之和</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>trust</source>
        <translation>信任度</translation>
    </message>
    <message>
        <source>your share</source>
        <translation>您的份额</translation>
    </message>
    <message>
        <source>This method does not tell how its weights are made.</source>
        <translation>此方法不说明其权重如何得出。</translation>
    </message>
    <message>
        <source>There is no input to weigh.</source>
        <translation>没有可加权的输入。</translation>
    </message>
    <message>
        <source>This method has no weights.</source>
        <translation>此方法没有权重。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>There is no answer to contribute to.</source>
        <translation>没有可贡献的答案。</translation>
    </message>
    <message>
        <source>It is absent, so it contributes exactly 0.</source>
        <translation>该输入缺席，贡献恰好为 0。</translation>
    </message>
    <message>
        <source>with</source>
        <translation>与谁一起</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>顺序数</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>nothing (a guess)</source>
        <translation>无（猜测）</translation>
    </message>
    <message>
        <source>The inputs arrive one after the other, in each of the {orders} possible orders. The contribution is what {name} adds to the probability of “{label}” when it arrives, on average (Shapley value).</source>
        <translation>各输入按 {orders} 种可能的顺序逐个加入。贡献是“{name}”加入时使“{label}”的概率平均增加的量（Shapley 值）。</translation>
    </message>
    <message>
        <source>mean over the orders</source>
        <translation>各顺序的平均</translation>
    </message>
    <message>
        <source>Weight of {name}: {weight}</source>
        <translation>{name}的权重：{weight}</translation>
    </message>
    <message>
        <source>Contribution of {name}: {points}</source>
        <translation>{name}的贡献：{points}</translation>
    </message>
</context>
<context>
    <name>SumWindow</name>
    <message>
        <source>How it is computed</source>
        <translation>如何计算</translation>
    </message>
    <message>
        <source>Waiting for the first answer …</source>
        <translation>正在等待第一个答案…</translation>
    </message>
</context>
<context>
    <name>TakeAwayWindow</name>
    <message>
        <source>Take it away – mmdesk</source>
        <translation>带走 – mmdesk</translation>
    </message>
    <message>
        <source>A telephone in the same network can fetch this moment as a page, by scanning a code. The page is there only while its code is shown, and nothing else can be fetched. Shall telephones be let in?</source>
        <translation>同一网络中的手机扫描二维码，就能把这一刻作为网页取走。只有显示二维码时网页才存在，其他内容一概无法访问。允许手机访问吗？</translation>
    </message>
    <message>
        <source>Let telephones in</source>
        <translation>允许手机访问</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Scan this with a telephone in the same network.</source>
        <translation>请用同一网络中的手机扫描。</translation>
    </message>
    <message>
        <source>Address of this computer</source>
        <translation>本机地址</translation>
    </message>
    <message>
        <source>This computer is in several networks; choose the telephone&apos;s</source>
        <translation>本机连接了多个网络，请选择手机所在的那个</translation>
    </message>
    <message>
        <source>QR code of the page&apos;s address</source>
        <translation>网页地址的二维码</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>在舞台上显示</translation>
    </message>
    <message>
        <source>The audience window shows the code large, as long as the page is there</source>
        <translation>只要网页还在，观众窗口就会放大显示二维码</translation>
    </message>
    <message>
        <source>Fetched: {count}. The page goes when this is closed, or in {time}.</source>
        <translation>已取走 {count} 次。关闭此窗口后，或 {time} 后，网页就会消失。</translation>
    </message>
    <message>
        <source>The page goes when this is closed, or in {time}.</source>
        <translation>关闭此窗口后，或 {time} 后，网页就会消失。</translation>
    </message>
</context>
<context>
    <name>TeachWindow</name>
    <message>
        <source>Background … {seconds}</source>
        <translation>背景… {seconds}</translation>
    </message>
    <message>
        <source>Show nothing for a moment: what is there now will count as “none of these”.</source>
        <translation>请暂时什么都不展示：现在看到的将算作“都不是”。</translation>
    </message>
    <message>
        <source>What shall it know?</source>
        <translation>要教它认识什么？</translation>
    </message>
    <message>
        <source>Name a class, then hold the record key and show it, say it and type it.</source>
        <translation>先给类别起名，然后按住录制键，展示它、说出它、输入它。</translation>
    </message>
    <message>
        <source>One more class</source>
        <translation>再来一个类别</translation>
    </message>
    <message>
        <source>Show examples</source>
        <translation>请展示样例</translation>
    </message>
    <message>
        <source>It needs two classes with examples to tell apart.</source>
        <translation>需要两个有示例的类别才能区分。</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>还没有答案</translation>
    </message>
    <message>
        <source>Another model answers</source>
        <translation>现在是另一个模型在回答</translation>
    </message>
    <message>
        <source>Choose “Teach” in the menu again, and what is taught here answers.</source>
        <translation>再次从菜单中选择“教学”，就由这里教的模型来回答。</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>正在学习…</translation>
    </message>
    <message>
        <source>A few seconds, then it answers here.</source>
        <translation>几秒后会在这里给出答案。</translation>
    </message>
    <message>
        <source>Teach – mmdesk</source>
        <translation>教学 – mmdesk</translation>
    </message>
</context>
<context>
    <name>TeachingForgetting</name>
    <message>
        <source>Teach</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>This visitor has shown nothing yet. Forget the visitor before?</source>
        <translation>这位访客还没有展示任何内容。要忘记上一位访客吗？</translation>
    </message>
    <message>
        <source>This would be wiped: {what}. Nothing can bring it back.</source>
        <translation>将会清除：{what}。无法恢复。</translation>
    </message>
    <message>
        <source>Forget the visitor before</source>
        <translation>忘记上一位访客</translation>
    </message>
    <message>
        <source>examples: {count} ({inputs})</source>
        <translation>示例：{count}（{inputs}）</translation>
    </message>
    <message>
        <source>classes: {names}</source>
        <translation>类别：{names}</translation>
    </message>
    <message>
        <source>background: {count}</source>
        <translation>背景：{count}</translation>
    </message>
</context>
<context>
    <name>TeachingProjects</name>
    <message>
        <source>The last changes could not be saved.</source>
        <translation>最近的更改未能保存。</translation>
    </message>
    <message>
        <source>What is taught now is only in memory.</source>
        <translation>现在教的内容只在内存中。</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>It will be gone unless you save it.</source>
        <translation>如果不保存，就会丢失。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存就离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>TextMarks</name>
    <message>
        <source>changes nothing</source>
        <translation>没有影响</translation>
    </message>
    <message>
        <source>{said}: {points} points</source>
        <translation>{said}：{points} 百分点</translation>
    </message>
</context>
<context>
    <name>TextSizeMenu</name>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>默认文字大小(&amp;U)</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>The newest examples</source>
        <translation>最新的示例</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>One tick back</source>
        <translation>后退一格</translation>
    </message>
    <message>
        <source>One tick forward</source>
        <translation>前进一格</translation>
    </message>
    <message>
        <source>Rerun the last {seconds} s</source>
        <translation>重新运行最近 {seconds} 秒</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>回到实时</translation>
    </message>
    <message>
        <source>Timeline of the last half minute</source>
        <translation>最近半分钟的时间线</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已定格</translation>
    </message>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} 秒</translation>
    </message>
    <message>
        <source>as it was: {answer}</source>
        <translation>当时：{answer}</translation>
    </message>
    <message>
        <source>then: {then}; now: {now}</source>
        <translation>当时：{then}；现在：{now}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有答案</translation>
    </message>
    <message>
        <source>rerun: {same} of {count} answers are the same in every digit</source>
        <translation>重新运行：{count} 个答案中有 {same} 个每位数字都相同</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>−{seconds} s</source>
        <translation>−{seconds} 秒</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已定格</translation>
    </message>
    <message>
        <source>no history yet</source>
        <translation>尚无历史记录</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>new class</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>new name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>new colour</source>
        <translation>新颜色</translation>
    </message>
    <message>
        <source>class deleted</source>
        <translation>删除类别</translation>
    </message>
    <message>
        <source>order of classes</source>
        <translation>类别顺序</translation>
    </message>
    <message>
        <source>new examples</source>
        <translation>新示例</translation>
    </message>
    <message>
        <source>examples moved</source>
        <translation>移动示例</translation>
    </message>
    <message>
        <source>examples deleted</source>
        <translation>删除示例</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Choose another key, a foot switch&apos;s for example</source>
        <translation>选择另一个按键，例如脚踏开关</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>Only in memory: nothing is stored unless you save it.</source>
        <translation>仅在内存中：除非您保存，否则不会存储任何内容。</translation>
    </message>
    <message>
        <source>Saved with every change.</source>
        <translation>每次更改都会保存。</translation>
    </message>
    <message>
        <source>Changes are not saved. Save it elsewhere.</source>
        <translation>更改没有保存。请另存到别处。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {change} (Ctrl+Z)</source>
        <translation>撤销：{change} (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {change} (Ctrl+Shift+Z)</source>
        <translation>重做：{change} (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Record key: {key}</source>
        <translation>录制键：{key}</translation>
    </message>
    <message>
        <source>Press a key …</source>
        <translation>请按一个键…</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Agree</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>they agree. The bars show how much each one counts in the answer.</source>
        <translation>它们一致。条形表示每个输入在答案中占多大分量。</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Mute one input: press the crossed-out circle at the top of its panel.</source>
        <translation>忽略一个输入：点其面板顶部带斜线的圆圈。</translation>
    </message>
    <message>
        <source>it no longer counts, and the others answer without it. Now unmute it.</source>
        <translation>它不再算数，其他输入在没有它的情况下作答。现在请取消忽略。</translation>
    </message>
    <message>
        <source>When one input is missing, the model works with the rest.</source>
        <translation>缺少一个输入时，模型就用其余的。</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>遮住</translation>
    </message>
    <message>
        <source>Cover the lens with your hand. Without a camera, mute the picture instead.</source>
        <translation>用手遮住镜头。没有摄像头时，改为忽略画面。</translation>
    </message>
    <message>
        <source>A recording has no lens to cover: mute the picture instead.</source>
        <translation>录像没有镜头可遮：请改为忽略画面。</translation>
    </message>
    <message>
        <source>the picture no longer counts, and its panel says why. Now bring it back.</source>
        <translation>画面不再算数，面板上说明了原因。现在请恢复它。</translation>
    </message>
    <message>
        <source>The model does not take a covered lens for a black picture: it knows that there is nothing to see.</source>
        <translation>模型不会把遮住的镜头当成黑色图片：它知道什么也看不到。</translation>
    </message>
    <message>
        <source>Contradict</source>
        <translation>矛盾</translation>
    </message>
    <message>
        <source>Let all inputs say the same: “{label}”, for example.</source>
        <translation>让所有输入说同一件事，例如“{label}”。</translation>
    </message>
    <message>
        <source>Watch the recording: sometimes all inputs say the same.</source>
        <translation>请看录像：有时所有输入说的是同一件事。</translation>
    </message>
    <message>
        <source>Several inputs, one answer. Each bar shows how much the model listens to one of them.</source>
        <translation>多个输入，一个答案。每根条形表示模型有多听信其中一个。</translation>
    </message>
    <message>
        <source>Complement</source>
        <translation>互补</translation>
    </message>
    <message>
        <source>Give each input its part of “{label}”: none can know the answer alone.</source>
        <translation>把“{label}”的各部分分别交给每个输入：没有一个能单独知道答案。</translation>
    </message>
    <message>
        <source>Watch the recording: none of the inputs can know the answer alone.</source>
        <translation>请看录像：没有一个输入能单独知道答案。</translation>
    </message>
    <message>
        <source>together they know what none of them knows alone.</source>
        <translation>合在一起，它们知道任何一个单独都不知道的事。</translation>
    </message>
    <message>
        <source>No input can know this alone. Only together do they give the answer.</source>
        <translation>没有一个输入能单独知道。只有合在一起才能得出答案。</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>See how much an input helped or misled: click its bars.</source>
        <translation>看一个输入帮了多少忙，或误导了多少：点击它的条形。</translation>
    </message>
    <message>
        <source>the sum behind the bar, with the numbers of this very moment. Close it again.</source>
        <translation>条形背后的算式，用的正是此刻的数字。请再把它关上。</translation>
    </message>
    <message>
        <source>The weight says what the model used. The contribution says what really helped.</source>
        <translation>权重说明模型用了什么。贡献说明什么真正有帮助。</translation>
    </message>
    <message>
        <source>Contradict yourself: let one input say “{label}” and another one “{other}”.</source>
        <translation>自相矛盾：让一个输入说“{label}”，另一个说“{other}”。</translation>
    </message>
    <message>
        <source>Contradict the recording: press F9 to make the text lie.</source>
        <translation>与录像唱反调：按 F9，文字就会说谎。</translation>
    </message>
    <message>
        <source>they disagree, and the program says so. Which one does the model believe?</source>
        <translation>它们不一致，程序也指出了这一点。模型相信哪一个？</translation>
    </message>
    <message>
        <source>Now they contradict each other. Which one will the model believe? Which one would you believe?</source>
        <translation>现在它们互相矛盾。模型会相信哪一个？您会相信哪一个？</translation>
    </message>
    <message>
        <source>Honesty</source>
        <translation>诚实度</translation>
    </message>
    <message>
        <source>Do the weights tell the truth? Rest the pointer on the honesty meter, or click it.</source>
        <translation>权重说的是实话吗？把鼠标停在诚实度指示上，或点击它。</translation>
    </message>
    <message>
        <source>at 100%, what the model used is what mattered. The words beside it say where not.</source>
        <translation>100% 时，模型用的就是起作用的。旁边的文字会说明哪里不是这样。</translation>
    </message>
    <message>
        <source>Does the model use what helps it? The meter compares the two.</source>
        <translation>模型用的是对它有帮助的吗？这个指示把两者相比较。</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>亲自掌控</translation>
    </message>
    <message>
        <source>Set the weights yourself: move one of the sliders.</source>
        <translation>自己设定权重：移动其中一个滑块。</translation>
    </message>
    <message>
        <source>these are your weights, and the answer follows them. Now press “Reset”.</source>
        <translation>这是您的权重，答案随之变化。现在请点“重置”。</translation>
    </message>
    <message>
        <source>You are the gate now. How far must you push before the answer changes?</source>
        <translation>现在您就是门控。要推多远，答案才会改变？</translation>
    </message>
    <message>
        <source>Switch the method</source>
        <translation>切换方法</translation>
    </message>
    <message>
        <source>Choose another fusion method: click one in the table, or press a key from 1 to 9.</source>
        <translation>换一种融合方法：在表中点一个，或按 1 到 9 中的一个键。</translation>
    </message>
    <message>
        <source>the same inputs, fused by another method. The table shows them all side by side.</source>
        <translation>同样的输入，用另一种方法融合。表中把所有方法并排列出。</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>Press “Freeze”, then go back in time: drag along the line that appears below.</source>
        <translation>点“定格”，然后往回看：在下方出现的线上拖动。</translation>
    </message>
    <message>
        <source>a moment from before, just as it was. Try another method on it if you like.</source>
        <translation>之前的一刻，和当时完全一样。也可以对它试试别的方法。</translation>
    </message>
    <message>
        <source>Every moment of the last half minute is still here.</source>
        <translation>最近半分钟的每一刻都还在这里。</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Ask why: freeze the window, or choose another moment, and wait a little.</source>
        <translation>问问为什么：定格窗口，或选另一个时刻，稍等片刻。</translation>
    </message>
    <message>
        <source>the marks show which parts of the inputs support the answer, and which oppose it.</source>
        <translation>标记显示输入的哪些部分支持答案，哪些反对答案。</translation>
    </message>
    <message>
        <source>Why this answer? These parts speak for it, those against it.</source>
        <translation>为什么是这个答案？这些部分支持它，那些部分反对它。</translation>
    </message>
    <message>
        <source>The same inputs, fused by different methods. They do not always give the same answer.</source>
        <translation>相同的输入，不同的融合方法。它们的答案并不总是相同。</translation>
    </message>
</context>
<context>
    <name>TourStrip</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>TOUR {number}/{count}</source>
        <translation>导览 {number}/{count}</translation>
    </message>
    <message>
        <source>Done – look: {what}</source>
        <translation>完成 – 请看：{what}</translation>
    </message>
    <message>
        <source>The current method has no weights to set. Choose the attention gate first.</source>
        <translation>当前方法没有可设定的权重。请先选择注意力门控。</translation>
    </message>
    <message>
        <source>The tour notices by itself when you have done it.</source>
        <translation>完成后，导览会自动察觉。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>TrainWindow</name>
    <message>
        <source>Train a model – mmdesk</source>
        <translation>训练模型 – mmdesk</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>These curves show how well the model does on the validation samples as it learns: with all inputs, and with each input alone. If an input&apos;s own curve falls while the curve for all inputs rises, the model is forgetting that input.</source>
        <translation>这些曲线显示模型在学习过程中对验证样本的表现：使用全部输入，以及单独使用每个输入。若某个输入自身的曲线下降而全部输入的曲线上升，模型就正在遗忘该输入。</translation>
    </message>
    <message>
        <source>{name} is being forgotten: alone it fell from {then} to {now}, while all inputs together rose from {whole_then} to {whole_now}. Hold back the dominant input, raise the modality dropout, or train the encoders first.</source>
        <translation>{name}正在被遗忘：单独使用时从 {then} 降到 {now}，而整体从 {whole_then} 升到 {whole_now}。请抑制占优的输入、提高模态丢弃，或先训练编码器。</translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message>
        <source>Concatenation</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>Weighted average</source>
        <translation>加权平均</translation>
    </message>
    <message>
        <source>Attention gate</source>
        <translation>注意力门控</translation>
    </message>
    <message>
        <source>Attention gate, element by element</source>
        <translation>注意力门控（逐元素）</translation>
    </message>
    <message>
        <source>Deep fusion (MLP)</source>
        <translation>深度融合（MLP）</translation>
    </message>
    <message>
        <source>Cross-modal transformer</source>
        <translation>跨模态 Transformer</translation>
    </message>
    <message>
        <source>Shared weights</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <source>Multi-task heads</source>
        <translation>多任务头</translation>
    </message>
    <message>
        <source>Late fusion (mean of the answers)</source>
        <translation>后期融合（答案取平均）</translation>
    </message>
    <message>
        <source>Evidence (Dempster–Shafer, TMC)</source>
        <translation>证据融合（Dempster–Shafer，TMC）</translation>
    </message>
    <message>
        <source>Late fusion by quality (QMF)</source>
        <translation>按质量的后期融合（QMF）</translation>
    </message>
    <message>
        <source>Product of experts</source>
        <translation>专家乘积</translation>
    </message>
    <message>
        <source>Low-rank tensor fusion (LMF)</source>
        <translation>低秩张量融合（LMF）</translation>
    </message>
    <message>
        <source>Multiplied in pairs (bilinear)</source>
        <translation>两两相乘（双线性）</translation>
    </message>
    <message>
        <source>Modulation by the others (FiLM)</source>
        <translation>由其他输入调制（FiLM）</translation>
    </message>
    <message>
        <source>Adds up what each input says by itself. It cannot tell what only several inputs together mean.</source>
        <translation>把每个输入各自的说法相加。只有几个输入合起来才有的含义，它判断不了。</translation>
    </message>
    <message>
        <source>Mixes the inputs with weights that never change. It knows which input is good in general, not which is good right now, and cannot tell what only several together mean.</source>
        <translation>用从不改变的权重混合各输入。它知道哪个输入总体上好，却不知道此刻哪个好，也判断不了只有几个合起来才有的含义。</translation>
    </message>
    <message>
        <source>Weighs the inputs anew every moment. It can turn to the clearer one, but hardly tell what only several together mean.</source>
        <translation>每一刻重新给各输入加权。它能转向更清楚的那个，但很难判断只有几个合起来才有的含义。</translation>
    </message>
    <message>
        <source>Weighs every single value of each input. It can take one thing from one input and another from the next, and so combine them.</source>
        <translation>给每个输入的每个数值加权。它能从一个输入取这一点、从另一个取那一点，从而把它们结合起来。</translation>
    </message>
    <message>
        <source>Passes all inputs through joint layers. It can combine them in any way, but has no weights to show.</source>
        <translation>让所有输入通过共同的层。它能以任意方式结合各输入，但没有可显示的权重。</translation>
    </message>
    <message>
        <source>Lets the inputs read each other. It can combine them in any way, has no weights to show, and takes the longest to compute.</source>
        <translation>让各输入互相读取。它能以任意方式结合各输入，没有可显示的权重，计算也最久。</translation>
    </message>
    <message>
        <source>Passes every input through the same layers and averages them. What one teaches serves the others, but it can hardly tell what only several together mean.</source>
        <translation>让每个输入通过相同的层再取平均。一个输入学到的对其他也有用，但很难判断只有几个合起来才有的含义。</translation>
    </message>
    <message>
        <source>Passes all inputs through joint layers while each also learns to answer alone. It can combine them, but has no weights to show.</source>
        <translation>让所有输入通过共同的层，同时每个也学着单独作答。它能结合各输入，但没有可显示的权重。</translation>
    </message>
    <message>
        <source>Lets each input answer alone and averages the answers. It cannot tell what only several inputs together mean.</source>
        <translation>让每个输入单独作答再取平均。只有几个输入合起来才有的含义，它判断不了。</translation>
    </message>
    <message>
        <source>Lets each input say how sure it is, and joins what they claim. It shows doubt and conflict, but cannot tell what only several inputs together mean.</source>
        <translation>让每个输入说出自己有多确定，再合并它们的说法。它显示怀疑和冲突，但判断不了只有几个输入合起来才有的含义。</translation>
    </message>
    <message>
        <source>Averages the inputs&apos; own answers, the clear ones with more weight. It can turn down an unclear input, but cannot tell what only several together mean.</source>
        <translation>把各输入自己的回答取平均，清楚的权重更大。它能压低不清楚的输入，但判断不了只有几个合起来才有的含义。</translation>
    </message>
    <message>
        <source>Multiplies the inputs&apos; own probabilities. Those that agree make each other surer and each can veto, but it can represent no more than concatenation.</source>
        <translation>把各输入自己的概率相乘。一致的会互相增强，每个都可否决，但它能表示的不比拼接更多。</translation>
    </message>
    <message>
        <source>Multiplies all inputs with each other, through a few factors. It can tell what all of them together mean, but has no weights to show.</source>
        <translation>通过少数因子把所有输入相乘。它能判断所有输入合起来的含义，但没有可显示的权重。</translation>
    </message>
    <message>
        <source>Multiplies the inputs two by two. It can tell what pairs mean together, and from them much of what three mean; no term multiplies all three.</source>
        <translation>把各输入两两相乘。它能判断成对输入合起来的含义，并由此判断三个输入合起来的大部分含义；但没有哪一项把三个都乘在一起。</translation>
    </message>
    <message>
        <source>Scales and shifts each input by what the others hold. It can read one in the light of the rest, but has no weights to show.</source>
        <translation>按其他输入的内容缩放和平移每个输入。它能结合其余输入来读一个输入，但没有可显示的权重。</translation>
    </message>
    <message>
        <source>Small CNN</source>
        <translation>小型 CNN</translation>
    </message>
    <message>
        <source>EfficientNet-Lite0, pretrained</source>
        <translation>EfficientNet-Lite0，预训练</translation>
    </message>
    <message>
        <source>torchvision backbone</source>
        <translation>torchvision 骨干网络</translation>
    </message>
    <message>
        <source>Speech backbone and RNN</source>
        <translation>语音骨干网络加 RNN</translation>
    </message>
    <message>
        <source>Log-mel and RNN</source>
        <translation>Log-mel 加 RNN</translation>
    </message>
    <message>
        <source>Bag of words</source>
        <translation>词袋</translation>
    </message>
    <message>
        <source>TF-IDF</source>
        <translation>TF-IDF</translation>
    </message>
    <message>
        <source>Word embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>Parts of words</source>
        <translation>子词</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>正在读取数据</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>正在计算特征</translation>
    </message>
    <message>
        <source>Training the encoders</source>
        <translation>正在训练编码器</translation>
    </message>
    <message>
        <source>Training the fusion</source>
        <translation>正在训练融合</translation>
    </message>
    <message>
        <source>Training everything together</source>
        <translation>正在一起训练全部</translation>
    </message>
    <message>
        <source>Training the other methods</source>
        <translation>正在训练其他方法</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>one folder per class</source>
        <translation>每个类别一个文件夹</translation>
    </message>
    <message>
        <source>a table, samples.csv</source>
        <translation>表格 samples.csv</translation>
    </message>
    <message>
        <source>Late fusion</source>
        <translation>后期融合</translation>
    </message>
    <message>
        <source>{name} alone</source>
        <translation>仅{name}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation>{m} 分 {s} 秒</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
    <message>
        <source>at most {time} left</source>
        <translation>最多还需 {time}</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>One answer back</source>
        <translation>后退一个回答</translation>
    </message>
    <message>
        <source>One answer forward</source>
        <translation>前进一个回答</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Chooses a stretch: only that is played and exported</source>
        <translation>选择一个片段：只播放和导出该片段</translation>
    </message>
    <message>
        <source>&amp;Begin here</source>
        <translation>从此处开始(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;End here</source>
        <translation>到此处结束(&amp;E)</translation>
    </message>
    <message>
        <source>The &amp;whole recording</source>
        <translation>整段录制(&amp;W)</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>按录制时</translation>
    </message>
    <message>
        <source>Puts the weights, perturbations, mutes and the fusion method of the recording in force again, as long as you set nothing yourself</source>
        <translation>重新应用录制时的权重、干扰、忽略和融合方法，只要您自己没有设置</translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation>整段录制</translation>
    </message>
    <message>
        <source>Go on (space bar)</source>
        <translation>继续（空格键）</translation>
    </message>
    <message>
        <source>Stop here (space bar)</source>
        <translation>在此停止（空格键）</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无回答</translation>
    </message>
    <message>
        <source>as it was: {answer}</source>
        <translation>与当时相同：{answer}</translation>
    </message>
    <message>
        <source>then: {then}; now: {now}</source>
        <translation>当时：{then}；现在：{now}</translation>
    </message>
</context>
<context>
    <name>TypedTextPanel</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text for the model</source>
        <translation>给模型的文字</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>清除文字</translation>
    </message>
    <message>
        <source>about: {names} …</source>
        <translation>关于：{names} …</translation>
    </message>
    <message>
        <source>Type here …</source>
        <translation>在此输入…</translation>
    </message>
</context>
<context>
    <name>WeightSlider</name>
    <message>
        <source>model: {share}</source>
        <translation>模型：{share}</translation>
    </message>
</context>
<context>
    <name>WeightStrip</name>
    <message>
        <source>not defined for this method</source>
        <translation>此方法没有定义权重</translation>
    </message>
    <message>
        <source>the weights of the last half minute will appear here</source>
        <translation>这里将显示最近半分钟的权重</translation>
    </message>
</context>
<context>
    <name>WeightsPage</name>
    <message>
        <source>How it is computed</source>
        <translation>如何计算</translation>
    </message>
    <message>
        <source>Weights and contributions now</source>
        <translation>当前的权重与贡献</translation>
    </message>
    <message>
        <source>Click to see how a weight and a contribution are computed</source>
        <translation>点击查看权重和贡献如何计算</translation>
    </message>
    <message>
        <source>Attention weights over the last half minute</source>
        <translation>最近半分钟的注意力权重</translation>
    </message>
    <message>
        <source>full bar: weight (what was used) · outlined: contribution (what mattered)</source>
        <translation>实心条：权重（用了多少） · 空心框：贡献（起了多大作用）</translation>
    </message>
    <message>
        <source>no weights of its own · grey: how unsure the input is · outlined: contribution</source>
        <translation>没有自己的权重 · 灰色：输入有多不确定 · 空心条：贡献</translation>
    </message>
    <message>
        <source>no weights of its own · outlined: contribution (what mattered)</source>
        <translation>没有自己的权重 · 空心框：贡献（起了多大作用）</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to mmdesk</source>
        <translation>欢迎使用 mmdesk</translation>
    </message>
    <message>
        <source>A model looks, listens and reads, and gives one answer. Here you see how much it relies on each of the three, and what happens when they disagree.</source>
        <translation>模型会看、会听、会读，然后给出一个答案。在这里您可以看到它对三者各依靠多少，以及它们互相矛盾时会发生什么。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>说出</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Hold something up to the camera: a large 3, for example.</source>
        <translation>把东西举到摄像头前，例如一个大大的 3。</translation>
    </message>
    <message>
        <source>Say what it is, or something else on purpose.</source>
        <translation>说出它是什么，或者故意说别的。</translation>
    </message>
    <message>
        <source>Type a word, in your own language if you like.</source>
        <translation>输入一个词，也可以用您自己的语言。</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>试试示例</translation>
    </message>
    <message>
        <source>Plays recorded picture, sound and text: no camera is needed</source>
        <translation>播放录制好的画面、声音和文字：不需要摄像头</translation>
    </message>
    <message>
        <source>Use my camera and microphone</source>
        <translation>使用我的摄像头和麦克风</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, and nothing is stored</source>
        <translation>任何内容都不会离开这台电脑，也不会被保存</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>参加导览</translation>
    </message>
    <message>
        <source>Shows you the window step by step</source>
        <translation>一步一步带您了解窗口</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>F&amp;usion</source>
        <translation>融合(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Train…</source>
        <translation>训练(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Bundled model: digits</source>
        <translation>自带模型：数字(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation>全部重置(&amp;R)</translation>
    </message>
    <message>
        <source>Play the sa&amp;mple session</source>
        <translation>播放示例演示(&amp;M)</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>打开模型(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Save screenshot…</source>
        <translation>保存截图(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>The last half &amp;minute (CSV)…</source>
        <translation>最近半分钟（CSV）(&amp;M)…</translation>
    </message>
    <message>
        <source>A &amp;panel (PNG, SVG)</source>
        <translation>面板（PNG、SVG）(&amp;P)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>{name} (missing)</source>
        <translation>{name}（缺失）</translation>
    </message>
    <message>
        <source>Stop re&amp;cording</source>
        <translation>停止录制(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;cord</source>
        <translation>录制(&amp;C)</translation>
    </message>
    <message>
        <source>Microscope</source>
        <translation>显微镜</translation>
    </message>
    <message>
        <source>Teac&amp;h…</source>
        <translation>教学(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;All models…</source>
        <translation>所有模型(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Open recording…</source>
        <translation>打开录制内容(&amp;O)…</translation>
    </message>
    <message>
        <source>Mar&amp;k this moment</source>
        <translation>标记此刻(&amp;K)</translation>
    </message>
    <message>
        <source>The &amp;snapshot (HTML)…</source>
        <translation>快照（HTML）(&amp;S)…</translation>
    </message>
    <message>
        <source>Hand to a &amp;telephone…</source>
        <translation>发送到手机(&amp;T)…</translation>
    </message>
    <message>
        <source>The &amp;recording that is played (video)…</source>
        <translation>正在播放的录制(视频)(&amp;R)…</translation>
    </message>
    <message>
        <source>The &amp;answers to it (table)…</source>
        <translation>对它的回答(表格)(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;New visitor</source>
        <translation>新访客(&amp;N)</translation>
    </message>
    <message>
        <source>Mi&amp;croscope</source>
        <translation>显微镜(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Audience window</source>
        <translation>观众窗口(&amp;A)</translation>
    </message>
    <message>
        <source>Help &amp;pages</source>
        <translation>帮助页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Report a problem</source>
        <translation>报告问题(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>欢迎(&amp;W)</translation>
    </message>
    <message>
        <source>Guided &amp;tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Cheat sheet for presenters</source>
        <translation>演示者速查表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>偏好设置(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Fr&amp;eeze</source>
        <translation>定格(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Mirror the picture</source>
        <translation>镜像画面(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>诊断(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;About mmdesk</source>
        <translation>关于 mmdesk(&amp;A)</translation>
    </message>
    <message>
        <source>Open recording</source>
        <translation>打开录制内容</translation>
    </message>
    <message>
        <source>Recordings (session.json)</source>
        <translation>录制内容 (session.json)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.mmdesk config.json)</source>
        <translation>模型 (*.mmdesk config.json)</translation>
    </message>
    <message>
        <source>Save screenshot</source>
        <translation>保存截图</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
</context>
<context>
    <name>WithoutRows</name>
    <message>
        <source>without {input}</source>
        <translation>没有{input}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>看到</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>听到</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读到</translation>
    </message>
    <message>
        <source>present</source>
        <translation>在</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>无信号</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>太暗</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>被遮挡</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>安静</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>muted by you</source>
        <translation>已被您忽略</translation>
    </message>
    <message>
        <source>nothing recognised</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>no input</source>
        <translation>没有输入</translation>
    </message>
    <message>
        <source>no clear answer</source>
        <translation>没有明确的答案</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>Perturb</source>
        <translation>干扰</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
</context>
</TS>
