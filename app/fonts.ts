// Every face the interface and the content need, served from here; the browser takes a file only when text of its
// range appears. Han, kana and Hangul come from the reader's system: their files would be megabytes.
import "@fontsource/ibm-plex-sans/400.css";
import "@fontsource/ibm-plex-sans/500.css";
import "@fontsource/ibm-plex-sans/600.css";
import "@fontsource/ibm-plex-mono/400.css";
import "@fontsource/ibm-plex-mono/500.css";
import "@fontsource/source-serif-4/400.css";
import "@fontsource/noto-sans/400.css";
import "@fontsource/noto-naskh-arabic/400.css";
import "@fontsource/noto-nastaliq-urdu/400.css";
import "@fontsource/noto-sans-devanagari/400.css";
import "@fontsource/noto-serif-devanagari/400.css";
import "@fontsource/noto-sans-bengali/400.css";
import "@fontsource/noto-sans-tamil/400.css";
import "@fontsource/noto-sans-telugu/400.css";
import "@fontsource/noto-sans-thai-looped/400.css";
import "@fontsource/noto-sans-lao-looped/400.css";
import "@fontsource/noto-sans-khmer/400.css";
import "@fontsource/noto-sans-myanmar/400.css";
import "@fontsource/noto-serif-thai/400.css";
import "@fontsource/noto-sans-ethiopic/400.css";
import "@fontsource/noto-sans-armenian/400.css";
import "@fontsource/noto-sans-georgian/400.css";
import "@fontsource/noto-sans-hebrew/400.css";
