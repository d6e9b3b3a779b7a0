#!/bin/bash
# Packs the .app that build.py leaves into a disk image: packaging/installer/macos_dmg.sh dist
#
# To sign, set MMDESK_SIGNING_IDENTITY ("Developer ID Application: …") for build.py as well as for this script. To have
# Apple notarise the image, store the account once under a name,
#
#     xcrun notarytool store-credentials mmdesk --apple-id … --team-id … --password …
#
# and set MMDESK_NOTARY_PROFILE to that name. Without them the image is made unsigned, and macOS asks its user to allow
# the program under Privacy & Security.
set -euo pipefail

out=${1:?the folder that holds mmdesk.app}
here=$(cd "$(dirname "$0")" && pwd)
app="$out/mmdesk.app"
[ -d "$app" ] || { echo "$app is missing: run build.py first" >&2; exit 1; }
version=$(/usr/libexec/PlistBuddy -c "Print :CFBundleShortVersionString" "$app/Contents/Info.plist")
image="$out/mmdesk-$version-macos-$(uname -m).dmg"

if [ -n "${MMDESK_SIGNING_IDENTITY:-}" ]; then
    # PyInstaller has signed every library; the program itself once more, now that the bundle is complete.
    codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
        --sign "$MMDESK_SIGNING_IDENTITY" "$app"
    codesign --verify --deep --strict --verbose=2 "$app"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ditto "$app" "$folder/mmdesk.app"
ln -s /Applications "$folder/Applications"
hdiutil create -volname mmdesk -srcfolder "$folder" -fs HFS+ -format ULFO -ov "$image"

if [ -n "${MMDESK_SIGNING_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$MMDESK_SIGNING_IDENTITY" "$image"
fi
if [ -n "${MMDESK_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$MMDESK_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose=2 "$image"
fi
echo "$image"
