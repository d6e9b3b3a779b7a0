; Packs the one-folder program for Windows 10 (1809) and newer; needs Inno Setup 6.3 or newer:
;
;     iscc packaging\installer\windows.iss
;
; /DFolder=... names another folder than dist\mmdesk. /DLarge cuts the CUDA flavour into slices, which an executable of
; one piece (at most 4.2 GB) cannot hold. The result lies in dist\.

#ifndef Folder
  #define Folder "..\..\dist\mmdesk"
#endif
#define Version GetStringFileInfo(Folder + "\mmdesk.exe", PRODUCT_VERSION)

[Setup]
AppId={{5C8A8E0C-63C8-4C1B-9E0B-2C7F3B0D6A51}
AppName=mmdesk
AppVersion={#Version}
AppPublisher=mmdesk contributors
VersionInfoVersion={#GetVersionNumbersString(Folder + "\mmdesk.exe")}
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; For one user without asking for rights; whoever has them may choose to install for all.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
DefaultDirName={autopf}\mmdesk
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
SetupIconFile=mmdesk.ico
UninstallDisplayIcon={app}\mmdesk-gui.exe
ChangesAssociations=yes
WizardStyle=modern
Compression=lzma2/max
SolidCompression=yes
#ifdef Large
DiskSpanning=yes
#endif
OutputDir=..\..\dist
OutputBaseFilename=mmdesk-{#Version}-windows-x64

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "german"; MessagesFile: "compiler:Languages\German.isl"
Name: "spanish"; MessagesFile: "compiler:Languages\Spanish.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; An older version's libraries must not be found by the new one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\mmdesk"; Filename: "{app}\mmdesk-gui.exe"
Name: "{autodesktop}\mmdesk"; Filename: "{app}\mmdesk-gui.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.mmdesk\OpenWithProgids"; ValueType: string; ValueName: "mmdesk.model"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\mmdesk.model"; ValueType: string; ValueData: "mmdesk model"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\mmdesk.model\DefaultIcon"; ValueType: string; ValueData: "{app}\mmdesk-gui.exe,0"
Root: HKA; Subkey: "Software\Classes\mmdesk.model\shell\open\command"; ValueType: string; ValueData: """{app}\mmdesk-gui.exe"" ""%1"""

[Run]
Filename: "{app}\mmdesk-gui.exe"; Description: "{cm:LaunchProgram,mmdesk}"; Flags: nowait postinstall skipifsilent
