<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
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
        <source>Diagnostics</source>
        <translation>诊断</translation>
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
    <name>AnswerView</name>
    <message>
        <source>loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>waiting for the first answer</source>
        <translation>等待第一个答案</translation>
    </message>
    <message>
        <source>nothing to go on</source>
        <translation>没有可用的线索</translation>
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
        <source>Mirror the picture on screen; the model never sees it mirrored</source>
        <translation>仅在屏幕上镜像画面；模型看到的始终是原始画面</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>摄像头画面</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Choose a folder you may write to, and a name that ends in .png.</source>
        <translation>请选择可写入的文件夹，文件名以 .png 结尾。</translation>
    </message>
    <message>
        <source>The screenshot could not be written: {path}</source>
        <translation>无法写入截图：{path}</translation>
    </message>
    <message>
        <source>mmdesk – frozen</source>
        <translation>mmdesk – 已定格</translation>
    </message>
    <message>
        <source>mmdesk {version}

A live fusion microscope: see how a model weighs what you show, say and type.

Nothing leaves this computer, and nothing is stored unless you ask for it.</source>
        <translation>mmdesk {version}

实时融合显微镜：观察模型如何权衡您展示、说出和输入的内容。

数据不会离开这台电脑；除非您要求，否则不会保存任何内容。</translation>
    </message>
    <message>
        <source>About mmdesk</source>
        <translation>关于 mmdesk</translation>
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
    <name>ModalityCard</name>
    <message>
        <source>Mute: {name}</source>
        <translation>忽略：{name}</translation>
    </message>
    <message>
        <source>Leave this input out, as if it were not there</source>
        <translation>忽略这个输入，当作它不存在</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>关闭此提示</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
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
    <name>Problems</name>
    <message>
        <source>No microphone is connected.</source>
        <translation>没有连接麦克风。</translation>
    </message>
    <message>
        <source>Connect a microphone; it is then used by itself.</source>
        <translation>请连接麦克风，连接后会自动使用。</translation>
    </message>
    <message>
        <source>The microphone “{}” has stopped delivering sound.</source>
        <translation>麦克风“{}”不再提供声音。</translation>
    </message>
    <message>
        <source>Check its cable; it is tried again by itself.</source>
        <translation>请检查连接线；程序会自动重试。</translation>
    </message>
    <message>
        <source>The microphone “{}” was lost.</source>
        <translation>麦克风“{}”已断开。</translation>
    </message>
    <message>
        <source>Plug it in again; it is tried again by itself.</source>
        <translation>请重新插上；程序会自动重试。</translation>
    </message>
    <message>
        <source>There is no microphone “{}”.</source>
        <translation>没有麦克风“{}”。</translation>
    </message>
    <message>
        <source>{} does not answer any more.</source>
        <translation>{} 没有响应。</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or choose another source.</source>
        <translation>请拔下再插上，或选择其他来源。</translation>
    </message>
    <message>
        <source>{} repeats the same picture.</source>
        <translation>{} 一直重复同一画面。</translation>
    </message>
    <message>
        <source>{} gives no pictures any more.</source>
        <translation>{} 不再提供画面。</translation>
    </message>
    <message>
        <source>Check its cable.</source>
        <translation>请检查连接线。</translation>
    </message>
    <message>
        <source>{} has stopped sending.</source>
        <translation>{} 已停止发送。</translation>
    </message>
    <message>
        <source>Check that the camera is on and in the network.</source>
        <translation>请确认摄像头已开启并已联网。</translation>
    </message>
    <message>
        <source>{} is not connected.</source>
        <translation>{} 未连接。</translation>
    </message>
    <message>
        <source>Connect it, or choose another source.</source>
        <translation>请连接它，或选择其他来源。</translation>
    </message>
    <message>
        <source>{} cannot be opened.</source>
        <translation>无法打开 {}。</translation>
    </message>
    <message>
        <source>Check that it is connected and close other programs that use a camera.</source>
        <translation>请确认它已连接，并关闭其他正在使用摄像头的程序。</translation>
    </message>
    <message>
        <source>{} does not answer with a video.</source>
        <translation>{} 没有返回视频。</translation>
    </message>
    <message>
        <source>Check the address, and that the camera is on and in the same network.</source>
        <translation>请检查网址，并确认摄像头已开启且在同一网络中。</translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation>文件 {} 不存在。</translation>
    </message>
    <message>
        <source>Choose a video file that exists.</source>
        <translation>请选择存在的视频文件。</translation>
    </message>
</context>
<context>
    <name>SampleBanner</name>
    <message>
        <source>SAMPLE SESSION</source>
        <translation>示例演示</translation>
    </message>
    <message>
        <source>Recorded picture, sound and text are played. Nothing here is live.</source>
        <translation>正在播放录制的画面、声音和文字，并非实时。</translation>
    </message>
    <message>
        <source>Use a camera</source>
        <translation>使用摄像头</translation>
    </message>
    <message>
        <source>Use a microphone</source>
        <translation>使用麦克风</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>no device found</source>
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
        <source>−{seconds} s</source>
        <translation>−{seconds} 秒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
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
        <source>Pictures a second that the camera delivers</source>
        <translation>摄像头每秒提供的画面数</translation>
    </message>
    <message>
        <source>Pictures a second that are drawn</source>
        <translation>每秒显示的画面数</translation>
    </message>
    <message>
        <source>Predictions a second</source>
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
        <source>Stretches of sound that were lost because the computer was too busy</source>
        <translation>因电脑太忙而丢失的声音片段数</translation>
    </message>
    <message>
        <source>Where the model runs</source>
        <translation>模型运行的设备</translation>
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
        <source>a digit in words: three, 三, drei, tres …</source>
        <translation>用文字写一个数字：三、three、drei、tres …</translation>
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
    <name>WeightBars</name>
    <message>
        <source>not defined</source>
        <translation>未定义</translation>
    </message>
</context>
<context>
    <name>WeightStrip</name>
    <message>
        <source>not defined for this way of fusing</source>
        <translation>此融合方法没有定义权重</translation>
    </message>
    <message>
        <source>the weights of the last half minute will run here</source>
        <translation>这里将显示最近半分钟的权重</translation>
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
    <name>WeightsPanel</name>
    <message>
        <source>Attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>how much each input counts in this answer</source>
        <translation>各个输入在这个答案中的分量</translation>
    </message>
    <message>
        <source>this way of fusing has no weights of its own</source>
        <translation>此融合方法本身没有权重</translation>
    </message>
    <message>
        <source>Attention weights now</source>
        <translation>当前的注意力权重</translation>
    </message>
    <message>
        <source>Attention weights over the last half minute</source>
        <translation>最近半分钟的注意力权重</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
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
        <source>&amp;Open session…</source>
        <translation>打开会话(&amp;O)…</translation>
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
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Sessions (session.json)</source>
        <translation>会话 (session.json)</translation>
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
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
</context>
</TS>
