"""Where observations come from: camera, microphone, keyboard and recorded sessions."""
