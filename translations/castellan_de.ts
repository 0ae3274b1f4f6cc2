<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>castellan::AccountDetailPane</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Waiting for the account.</source>
        <translation>Wartet auf das Konto.</translation>
    </message>
    <message>
        <source>%1 · %2 · external id %3</source>
        <translation>%1 · %2 · externe ID %3</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive: nobody can sign in</source>
        <translation>inaktiv: keine Anmeldung möglich</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>TOTP, since %1</source>
        <translation>TOTP, seit %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Clock of the phone</source>
        <translation>Uhr des Telefons</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>about %1 ahead</source>
        <translation>geht etwa %1 vor</translation>
    </message>
    <message>
        <source>about %1 behind</source>
        <translation>geht etwa %1 nach</translation>
    </message>
    <message>
        <source>Wrong codes in a row</source>
        <translation>Falsche Codes in Folge</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Wiederherstellungscodes</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>noch %n</numerusform>
            <numerusform>noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Enrolment under way</source>
        <translation>Laufende Einrichtung</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Must enrol</source>
        <translation>Einrichten bis</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>castellan::AccountEventList</name>
    <message>
        <source>There are no events that you may read.</source>
        <translation>Keine Ereignisse, die Sie lesen dürfen.</translation>
    </message>
</context>
<context>
    <name>castellan::AccountPresenter</name>
    <message>
        <source>no e-mail</source>
        <translation>keine E-Mail</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Codes left</source>
        <translation>Restcodes</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Externe ID</translation>
    </message>
</context>
<context>
    <name>castellan::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Filter by login, name, e-mail or external id</source>
        <translation>Filter: Login, Name, E-Mail, externe ID</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>Noch keine Konten</translation>
    </message>
    <message>
        <source>Accounts come from your application: it calls account_sync whenever a person is made or changed. Until it does, this shows how one is made by hand.</source>
        <translation>Konten kommen aus der Anwendung: account_sync wird aufgerufen, sobald eine Person angelegt oder geändert wird. Bis dahin geht es so von Hand.</translation>
    </message>
    <message>
        <source>Helpdesk, security admins and auditors may read accounts.</source>
        <translation>Helpdesk, Sicherheitsadmins und Prüfer dürfen Konten lesen.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1 · %2 without a second factor</source>
        <translation>%1 · %2 ohne zweiten Faktor</translation>
    </message>
</context>
<context>
    <name>castellan::ActionCatalog</name>
    <message>
        <source>This is not available here.</source>
        <translation>Das ist hier nicht verfügbar.</translation>
    </message>
    <message>
        <source>Choose something in the list first.</source>
        <translation>Erst in der Liste etwas auswählen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and whom it is about</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>castellan::Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>castellan::ButtonRow</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Opens a menu</source>
        <translation>Öffnet ein Menü</translation>
    </message>
</context>
<context>
    <name>castellan::CodeEntry</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>%1 of %2 digits</source>
        <translation>%1 von %2 Ziffern</translation>
    </message>
</context>
<context>
    <name>castellan::CodeField</name>
    <message>
        <source>Type the code with the digits 0 to 9. Digits of other scripts are not accepted.</source>
        <translation>Den Code mit den Ziffern 0 bis 9 eingeben. Ziffern anderer Schriften gelten nicht.</translation>
    </message>
    <message>
        <source>A code has digits only.</source>
        <translation>Ein Code besteht nur aus Ziffern.</translation>
    </message>
    <message numerus="yes">
        <source>That is longer than a code. A code has %n digits.</source>
        <translation>
            <numerusform>Das ist länger als ein Code. Ein Code hat %n Ziffer.</numerusform>
            <numerusform>Das ist länger als ein Code. Ein Code hat %n Ziffern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A code has %n digits.</source>
        <translation>
            <numerusform>Ein Code hat %n Ziffer.</numerusform>
            <numerusform>Ein Code hat %n Ziffern.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>castellan::CodePane</name>
    <message>
        <source>Enter your code</source>
        <translation>Code eingeben</translation>
    </message>
    <message>
        <source>&amp;Use the demo&apos;s code</source>
        <translation>&amp;Demo-Code verwenden</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Six digits from the authenticator app of %1 for %2. They are checked as soon as the last one is typed.</source>
        <translation>Sechs Ziffern aus der Authenticator-App von %1 für %2. Geprüft wird, sobald die letzte eingegeben ist.</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <translation>Nächster Versuch in %1</translation>
    </message>
    <message>
        <source>Your session on the server has ended: by a restart, a long pause, or a sign-in elsewhere. Six digits from the authenticator app of %1 for %2 open it again.</source>
        <translation>Ihre Sitzung auf dem Server ist zu Ende: durch einen Neustart, eine lange Pause oder eine Anmeldung anderswo. Sechs Ziffern aus der Authenticator-App von %1 für %2 öffnen sie wieder.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
</context>
<context>
    <name>castellan::CommandLine</name>
    <message>
        <source>The security console of an application whose data lives in PostgreSQL.
For the commands of the schema: castellan schema --help</source>
        <translation>Die Sicherheitskonsole einer Anwendung, deren Daten in PostgreSQL liegen.
Zu den Befehlen des Schemas: castellan schema --help</translation>
    </message>
    <message>
        <source>Start a private workspace with a PostgreSQL of its own, and connect to it.</source>
        <translation>Eine private Umgebung mit eigenem PostgreSQL starten und sich damit verbinden.</translation>
    </message>
    <message>
        <source>With --demo: keep the workspace in this folder.</source>
        <translation>Mit --demo: die Umgebung in diesem Ordner aufbewahren.</translation>
    </message>
    <message>
        <source>With --demo: serve the workspace without a window, until interrupted.</source>
        <translation>Mit --demo: die Umgebung ohne Fenster bereitstellen, bis zum Abbruch.</translation>
    </message>
    <message>
        <source>With --demo: save a picture of every screen here, and end.</source>
        <translation>Mit --demo: hier ein Bild jeder Ansicht speichern und enden.</translation>
    </message>
    <message>
        <source>With --demo: how many accounts there are.</source>
        <translation>Mit --demo: Zahl der Konten.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>%1 goes with --demo only.</source>
        <translation>%1 geht nur zusammen mit --demo.</translation>
    </message>
    <message>
        <source>%1 shows windows, so it can&apos;t go with --headless.</source>
        <translation>%1 zeigt Fenster und geht daher nicht zusammen mit --headless.</translation>
    </message>
</context>
<context>
    <name>castellan::CommandPalette</name>
    <message>
        <source>Nothing has that name.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Go to a page or do something</source>
        <translation>Eine Seite öffnen oder etwas tun</translation>
    </message>
    <message>
        <source>Search pages and actions</source>
        <translation>Seiten und Aktionen suchen</translation>
    </message>
    <message>
        <source>Pages and actions found</source>
        <translation>Gefundene Seiten und Aktionen</translation>
    </message>
</context>
<context>
    <name>castellan::ConnectionStatus</name>
    <message>
        <source>%1 · locks in %2</source>
        <translation>%1 · Sperre in %2</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>%1 · no TLS</source>
        <translation>%1 · ohne TLS</translation>
    </message>
    <message>
        <source>%1 · TLS, not verified</source>
        <translation>%1 · TLS, ungeprüft</translation>
    </message>
    <message>
        <source>%1 · TLS</source>
        <translation>%1 · TLS</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead.</source>
        <translation>Die Uhr dieses Computers geht %1 vor.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind.</source>
        <translation>Die Uhr dieses Computers geht %1 nach.</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>Die Verbindung ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>%1, %2; the server&apos;s certificate and name were checked.</source>
        <translation>%1, %2; Zertifikat und Name des Servers sind geprüft.</translation>
    </message>
    <message>
        <source>%1, %2; the server&apos;s name was not checked.</source>
        <translation>%1, %2; der Name des Servers ist nicht geprüft.</translation>
    </message>
    <message>
        <source>%1, database %2, PostgreSQL %3</source>
        <translation>%1, Datenbank %2, PostgreSQL %3</translation>
    </message>
</context>
<context>
    <name>castellan::Demo</name>
    <message>
        <source>Demo: %1, security admin</source>
        <translation>Demo: %1, Sicherheitsadmin</translation>
    </message>
    <message>
        <source>Demo: %1, helpdesk</source>
        <translation>Demo: %1, Helpdesk</translation>
    </message>
    <message>
        <source>Demo: %1, auditor</source>
        <translation>Demo: %1, Prüfer</translation>
    </message>
    <message>
        <source>Starting a PostgreSQL of its own on this computer.</source>
        <translation>Ein eigenes PostgreSQL startet auf diesem Computer.</translation>
    </message>
    <message>
        <source>Installing the schema.</source>
        <translation>Das Schema wird installiert.</translation>
    </message>
    <message>
        <source>Making up people and their history.</source>
        <translation>Personen und ihre Vorgeschichte werden erfunden.</translation>
    </message>
    <message>
        <source>Checking that everybody can sign in.</source>
        <translation>Alle Anmeldungen werden geprüft.</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <source>%1% done.</source>
        <translation>%1 % fertig.</translation>
    </message>
</context>
<context>
    <name>castellan::Diagnostics</name>
    <message>
        <source>Castellan %1</source>
        <translation>Castellan %1</translation>
    </message>
</context>
<context>
    <name>castellan::DialogFrame</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>Die Eingaben sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Weiter bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>castellan::EmptyState</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Statement to copy</source>
        <translation>Anweisung zum Kopieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>castellan::EnrolWizard</name>
    <message>
        <source>Enrol second factor</source>
        <translation>Zweiten Faktor einrichten</translation>
    </message>
    <message>
        <source>The connection to the server is lost. Nothing that was entered here is gone; the wizard goes on when it is back.</source>
        <translation>Die Verbindung zum Server ist unterbrochen. Alle Eingaben bleiben; es geht weiter, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>Person and reason</source>
        <translation>Person und Grund</translation>
    </message>
    <message>
        <source>Enrol %1</source>
        <translation>Einrichtung für %1</translation>
    </message>
    <message>
        <source>The person is with you, with the phone at hand. The reason goes into the audit trail.</source>
        <translation>Die Person ist anwesend und hat ihr Telefon dabei. Der Grund kommt ins Prüfprotokoll.</translation>
    </message>
    <message>
        <source>&amp;Show QR code</source>
        <translation>&amp;QR-Code zeigen</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scannen</translation>
    </message>
    <message>
        <source>Scan with the authenticator</source>
        <translation>Mit der Authenticator-App scannen</translation>
    </message>
    <message>
        <source>Ask %1 to open an authenticator app and scan this code. It is shown once, for 2 minutes, and hidden when this window loses focus.</source>
        <translation>%1 öffnet eine Authenticator-App und scannt diesen Code. Er ist einmal zu sehen, 2 Minuten lang, und wird verdeckt, wenn dieses Fenster den Fokus verliert.</translation>
    </message>
    <message>
        <source>&amp;Scanned, continue</source>
        <translation>&amp;Gescannt, weiter</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm with a first code</source>
        <translation>Mit einem ersten Code bestätigen</translation>
    </message>
    <message>
        <source>The six digits that the app shows now. Nothing is in force before they fit.</source>
        <translation>Die sechs Ziffern, die die App jetzt zeigt. Erst damit wird der Faktor aktiv.</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Codes übergeben</translation>
    </message>
    <message>
        <source>Hand over the recovery codes</source>
        <translation>Wiederherstellungscodes übergeben</translation>
    </message>
    <message>
        <source>For the day the phone is lost. This is the only time they are shown.</source>
        <translation>Für den Tag, an dem das Telefon fehlt. Sie sind nur dieses eine Mal zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertigstellen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 is enrolled</source>
        <translation>%1 hat jetzt einen zweiten Faktor</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>The person has to have the codes first.</source>
        <translation>Erst muss die Person die Codes haben.</translation>
    </message>
    <message>
        <source>Type the six digits first.</source>
        <translation>Erst die sechs Ziffern eingeben.</translation>
    </message>
    <message>
        <source>The key that was shown will never be in force.</source>
        <translation>Der gezeigte Schlüssel wird dann nie aktiv.</translation>
    </message>
    <message>
        <source>The factor is in force, but the recovery codes were not handed over.</source>
        <translation>Der Faktor ist aktiv, aber die Wiederherstellungscodes sind nicht übergeben.</translation>
    </message>
    <message>
        <source>Codes from this app are accepted from now on, and each of the ten recovery codes once. Everything is in the audit trail.</source>
        <translation>Ab jetzt gelten die Codes dieser App und jeder der zehn Wiederherstellungscodes einmal. Alles steht im Prüfprotokoll.</translation>
    </message>
    <message>
        <source>The account is inactive: nobody can sign in with it.</source>
        <translation>Das Konto ist inaktiv: Niemand kann sich damit anmelden.</translation>
    </message>
    <message>
        <source>A second factor is in force already; enrolling never replaces it.</source>
        <translation>Ein zweiter Faktor ist aktiv; Einrichten ersetzt ihn nie.</translation>
    </message>
    <message>
        <source>&amp;Enrol…</source>
        <translation>&amp;Einrichten…</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Nobody was enrolled.</source>
        <translation>Es wurde nichts eingerichtet.</translation>
    </message>
    <message>
        <source>No factor was made active.</source>
        <translation>Es wurde kein Faktor aktiviert.</translation>
    </message>
    <message>
        <source>The factor is active; the recovery codes were not handed over.</source>
        <translation>Der Faktor ist aktiv; die Wiederherstellungscodes wurden nicht übergeben.</translation>
    </message>
    <message>
        <source>The factor is active; that the recovery codes were handed over is not recorded.</source>
        <translation>Der Faktor ist aktiv; die Übergabe der Wiederherstellungscodes ist nicht festgehalten.</translation>
    </message>
    <message>
        <source>%1 is enrolled, but the recovery codes were not handed over. They can&apos;t be shown again.</source>
        <translation>%1 hat jetzt einen zweiten Faktor, aber die Wiederherstellungscodes wurden nicht übergeben. Sie lassen sich nicht noch einmal anzeigen.</translation>
    </message>
</context>
<context>
    <name>castellan::ErrorState</name>
    <message>
        <source>&amp;Try again</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
</context>
<context>
    <name>castellan::FacetBar</name>
    <message>
        <source>about %1</source>
        <comment>an estimated number</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>facet and how many it has</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Filters: %n on</source>
        <translation>
            <numerusform>Filter: %n aktiv</numerusform>
            <numerusform>Filter: %n aktiv</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>castellan::FilterField</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
</context>
<context>
    <name>castellan::GalleryPage</name>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>88 %</source>
        <translation>88 %</translation>
    </message>
    <message>
        <source>442 of 503 enrolled</source>
        <translation>442 von 503 eingerichtet</translation>
    </message>
    <message>
        <source>3 admins missing</source>
        <translation>3 Admins fehlen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>of 1,031 people</source>
        <translation>von 1.031 Personen</translation>
    </message>
    <message>
        <source>No warnings</source>
        <translation>Keine Warnungen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>1 acknowledged</source>
        <translation>1 bestätigt</translation>
    </message>
    <message>
        <source>Disk 92 % on db1</source>
        <translation>Platte 92 % auf db1</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>Intact</source>
        <translation>Unversehrt</translation>
    </message>
    <message>
        <source>sealed to 14:06:00</source>
        <translation>versiegelt bis 14:06:00</translation>
    </message>
    <message>
        <source>48.2 M events</source>
        <translation>48,2 Mio. Ereignisse</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>TOTP, since 3 Mar 2026</source>
        <translation>TOTP, seit 3.3.2026</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>10 of 10</source>
        <translation>10 von 10</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Locked until 14:32</source>
        <translation>Gesperrt bis 14:32</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Why can&apos;t this person sign in?</source>
        <translation>Warum kann sich diese Person nicht anmelden?</translation>
    </message>
    <message>
        <source>Five wrong codes in 2 minutes, the last at 14:02 from 203.0.113.40. Each was right for a clock 94 s behind: the phone&apos;s clock is wrong.</source>
        <translation>Fünf falsche Codes in 2 Minuten, der letzte um 14:02 von 203.0.113.40. Jeder passt zu einer Uhr, die 94 s nachgeht: Die Uhr des Telefons stimmt nicht.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Page title, 23</source>
        <translation>Seitentitel, 23</translation>
    </message>
    <message>
        <source>Detail title, 19</source>
        <translation>Detailtitel, 19</translation>
    </message>
    <message>
        <source>Card title, 15</source>
        <translation>Kartentitel, 15</translation>
    </message>
    <message>
        <source>Body, 13, strong</source>
        <translation>Fließtext, 13, kräftig</translation>
    </message>
    <message>
        <source>Body, 13: 0123456789 and 1111111111</source>
        <translation>Fließtext, 13: 0123456789 und 1111111111</translation>
    </message>
    <message>
        <source>Secondary, 12</source>
        <translation>Nebentext, 12</translation>
    </message>
    <message>
        <source>This connection is not verified: anybody in between could read and change what you see.</source>
        <translation>Diese Verbindung ist ungeprüft: Jemand dazwischen könnte alles Angezeigte lesen und ändern.</translation>
    </message>
    <message>
        <source>The connection is lost. Castellan keeps trying.</source>
        <translation>Die Verbindung ist unterbrochen. Castellan versucht es weiter.</translation>
    </message>
    <message>
        <source>12 new people.</source>
        <translation>12 neue Personen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Connected again.</source>
        <translation>Wieder verbunden.</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>Noch keine Konten</translation>
    </message>
    <message>
        <source>The application adds them when people sign up.</source>
        <translation>Die Anwendung legt sie an, wenn sich Personen registrieren.</translation>
    </message>
    <message>
        <source>How to connect it</source>
        <translation>So wird sie angebunden</translation>
    </message>
    <message>
        <source>Waiting for the list of accounts.</source>
        <translation>Wartet auf die Kontenliste.</translation>
    </message>
    <message>
        <source>The list shows what it showed before.</source>
        <translation>Die Liste zeigt denselben Stand wie zuvor.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Sample QR code</source>
        <translation>Beispiel-QR-Code</translation>
    </message>
    <message>
        <source>That code is not right.</source>
        <translation>Dieser Code stimmt nicht.</translation>
    </message>
    <message>
        <source>Hidden in %1</source>
        <translation>Verdeckt in %1</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>Ihre Rolle darf das nicht.</translation>
    </message>
    <message>
        <source>Filter by login, name, e-mail or external id</source>
        <translation>Filter: Login, Name, E-Mail, externe ID</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Schaltflächen</translation>
    </message>
    <message>
        <source>Verify caller…</source>
        <translation>Anrufer prüfen…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Zurücksetzen…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Enrol…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>End all sessions…</source>
        <translation>Alle Sitzungen beenden…</translation>
    </message>
    <message>
        <source>States: shape, word and colour</source>
        <translation>Zustände: Form, Wort und Farbe</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Must enrol by 30 Nov</source>
        <translation>Einrichten bis 30. Nov.</translation>
    </message>
    <message>
        <source>Pending 11 min</source>
        <translation>Ausstehend 11 min</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Disabled until Monday, 14:32</source>
        <translation>Aus bis Montag, 14:32</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Ausgefüllt</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>Mit Fehler</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>New phone</source>
        <translation>Neues Telefon</translation>
    </message>
    <message>
        <source>Phone lost or broken</source>
        <translation>Telefon verloren oder defekt</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Called from the number on file.</source>
        <translation>Anruf von der hinterlegten Nummer.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Choices and progress</source>
        <translation>Auswahl und Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Remember the password</source>
        <translation>Passwort &amp;merken</translation>
    </message>
    <message>
        <source>&amp;Written down and handed over</source>
        <translation>&amp;Notiert und übergeben</translation>
    </message>
    <message>
        <source>All of &amp;them</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>Not &amp;yours to choose</source>
        <translation>Nicht &amp;wählbar</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>&amp;Ortszeit</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>Somewhere &amp;else</source>
        <translation>Woan&amp;ders</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Every widget of the kit, in every state</source>
        <translation>Jedes Bedienelement in jedem Zustand</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Enrol…</source>
        <translation>&amp;Einrichten…</translation>
    </message>
    <message>
        <source>Can&apos;t scan? Type this key</source>
        <translation>Ohne Scan: Schlüssel eintippen</translation>
    </message>
    <message>
        <source>Time-based, SHA-1, 6 digits, 30 s</source>
        <translation>Zeitbasiert, SHA-1, 6 Ziffern, 30 s</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>QR code for Chen Wei</source>
        <translation>QR-Code für Chen Wei</translation>
    </message>
    <message>
        <source>Enrol second factor</source>
        <translation>Zweiten Faktor einrichten</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Person and reason</source>
        <translation>Person und Grund</translation>
    </message>
    <message>
        <source>Who, and why</source>
        <translation>Wer und warum</translation>
    </message>
    <message>
        <source>Show the QR code</source>
        <translation>QR-Code zeigen</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scannen</translation>
    </message>
    <message>
        <source>Scan with the authenticator</source>
        <translation>Mit der Authenticator-App scannen</translation>
    </message>
    <message>
        <source>Ask Chen Wei to open an authenticator app and scan this code. It is shown once, for 2 minutes, and hidden when this window loses focus.</source>
        <translation>Chen Wei öffnet eine Authenticator-App und scannt diesen Code. Er ist einmal zu sehen, 2 Minuten lang, und wird verdeckt, wenn dieses Fenster den Fokus verliert.</translation>
    </message>
    <message>
        <source>Scanned, continue</source>
        <translation>Gescannt, weiter</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm with a code</source>
        <translation>Mit einem Code bestätigen</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Reset the second factor of Björn Þórsson</source>
        <translation>Zweiten Faktor von Björn Þórsson zurücksetzen</translation>
    </message>
    <message>
        <source>1 factor and 10 recovery codes go, 2 sessions end, and he has to enrol again.</source>
        <translation>1 Faktor und 10 Wiederherstellungscodes entfallen, 2 Sitzungen enden, und er muss neu einrichten.</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>computed, a million of them</source>
        <translation>berechnet, eine Million</translation>
    </message>
    <message>
        <source>No factor</source>
        <translation>Ohne Faktor</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Operatoren</translation>
    </message>
    <message>
        <source>2 alerts firing</source>
        <translation>2 aktive Warnungen</translation>
    </message>
    <message>
        <source>&amp;Reset…</source>
        <translation>&amp;Zurücksetzen…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>helpdesk1 · locks in 14:20</source>
        <translation>helpdesk1 · Sperre in 14:20</translation>
    </message>
    <message>
        <source>Chen Wei is enrolled.</source>
        <translation>Chen Wei hat jetzt einen zweiten Faktor.</translation>
    </message>
    <message>
        <source>The connection was lost. Nothing was changed.</source>
        <translation>Die Verbindung ist abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>3 sessions of Björn Þórsson ended.</source>
        <translation>3 Sitzungen von Björn Þórsson beendet.</translation>
    </message>
    <message>
        <source>Pending, 11 min left</source>
        <translation>Ausstehend, noch 11 min</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Codes left</source>
        <translation>Restcodes</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Change the connection</source>
        <translation>Verbindung ändern</translation>
    </message>
</context>
<context>
    <name>castellan::HiddenEntry</name>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Leeren</translation>
    </message>
</context>
<context>
    <name>castellan::KeyValueList</name>
    <message>
        <source>%1: none</source>
        <translation>%1: nichts</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>castellan::LandmarkScrollBar</name>
    <message>
        <source>Place in the list</source>
        <translation>Stelle in der Liste</translation>
    </message>
</context>
<context>
    <name>castellan::LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Castellan is free software under the GNU General Public License, version 3 or later. It contains and uses:</source>
        <translation>Castellan ist freie Software unter der GNU General Public License, Version 3 oder neuer. Enthalten und benutzt sind:</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Lizenztext</translation>
    </message>
</context>
<context>
    <name>castellan::ListExporter</name>
    <message>
        <source>Export the list</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
</context>
<context>
    <name>castellan::ListFooter</name>
    <message>
        <source>From row %1</source>
        <translation>Ab Zeile %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>an estimated number</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <comment>number of rows</comment>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>about %1 of %2</source>
        <comment>place in a list and its length</comment>
        <translation>etwa %1 von %2</translation>
    </message>
    <message>
        <source>%1 to %2 of %3</source>
        <comment>rows of a list and its length</comment>
        <translation>%1 bis %2 von %3</translation>
    </message>
    <message>
        <source>Clear marks</source>
        <translation>Markierung aufheben</translation>
    </message>
    <message>
        <source>%1 marked</source>
        <translation>%1 markiert</translation>
    </message>
    <message numerus="yes">
        <source>%n new · show</source>
        <translation>
            <numerusform>%n neu · zeigen</numerusform>
            <numerusform>%n neu · zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>castellan::ListFrame</name>
    <message>
        <source>Waiting for the server to send the list.</source>
        <translation>Wartet auf die Liste vom Server.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>More rows could not be loaded.</source>
        <translation>Weitere Zeilen ließen sich nicht laden.</translation>
    </message>
    <message>
        <source>What is shown was loaded %1.</source>
        <comment>relative time, &apos;4 min ago&apos;</comment>
        <translation>Angezeigter Stand: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>There may be rows that the filter leaves out.</source>
        <translation>Vielleicht blendet der Filter Zeilen aus.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Your role may not read this list</source>
        <translation>Ihre Rolle darf diese Liste nicht lesen</translation>
    </message>
    <message>
        <source>The connection to the server is lost.</source>
        <translation>Die Verbindung zum Server ist unterbrochen.</translation>
    </message>
    <message>
        <source>Castellan is reconnecting; the list goes on by itself.</source>
        <translation>Castellan verbindet sich neu; dann geht es hier von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>castellan::ListPage</name>
    <message>
        <source>List options</source>
        <translation>Listenoptionen</translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows exported so far.</source>
        <translation>Bisher %1 Zeilen exportiert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Als JSON exportieren…</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>%1 rows exported to %2.</source>
        <translation>%1 Zeilen nach %2 exportiert.</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was written.</source>
        <translation>Der Export wurde abgebrochen. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>castellan::ListView</name>
    <message numerus="yes">
        <source>Copy %n rows</source>
        <translation>
            <numerusform>%n Zeile kopieren</numerusform>
            <numerusform>%n Zeilen kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Standardspalten</translation>
    </message>
    <message>
        <source>Reverse order</source>
        <translation>Reihenfolge umkehren</translation>
    </message>
</context>
<context>
    <name>castellan::ListWithDetail</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close the detail pane</source>
        <translation>Detailbereich schließen</translation>
    </message>
    <message>
        <source>Width of the detail pane</source>
        <translation>Breite des Detailbereichs</translation>
    </message>
</context>
<context>
    <name>castellan::LoadingState</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>castellan::PasswordPane</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>&amp;Keep the password in the system&apos;s keychain</source>
        <translation>Passwort im &amp;Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The server&apos;s name is not checked: somebody in between could pose as it.</source>
        <translation>Der Name des Servers wird nicht geprüft: Jemand dazwischen könnte sich als dieser Server ausgeben.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet…</translation>
    </message>
    <message>
        <source>This is the demo: the people are invented, and the password is filled in.</source>
        <translation>Das ist die Demo: Die Personen sind erfunden, das Passwort ist schon eingetragen.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>%1: as %2 on %3, database %4</source>
        <translation>%1: als %2 auf %3, Datenbank %4</translation>
    </message>
    <message>
        <source>The connection to this server is not encrypted: everything shown here could be read on the way, and no password is sent.</source>
        <translation>Die Verbindung zu diesem Server ist nicht verschlüsselt: Alles Angezeigte könnte unterwegs gelesen werden. Ein Passwort wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Testet…</translation>
    </message>
</context>
<context>
    <name>castellan::ProfileDialog</name>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Where the database is, and your own login role on it. No password is kept here.</source>
        <translation>Wo die Datenbank liegt und wie die eigene Login-Rolle dort heißt. Ein Passwort wird hier nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>&amp;Authentication</source>
        <translation>Anmelden &amp;mit</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>&amp;Zertifikat</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>Sch&amp;lüssel</translation>
    </message>
    <message>
        <source>TLS, certificate and name checked</source>
        <translation>TLS, Zertifikat und Name geprüft</translation>
    </message>
    <message>
        <source>TLS, certificate checked</source>
        <translation>TLS, Zertifikat geprüft</translation>
    </message>
    <message>
        <source>TLS, not checked</source>
        <translation>TLS, ungeprüft</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>V&amp;erschlüsselung</translation>
    </message>
    <message>
        <source>&amp;Root certificate</source>
        <translation>W&amp;urzelzertifikat</translation>
    </message>
    <message>
        <source>the system&apos;s trusted authorities</source>
        <translation>vertrauenswürdige Stellen des Systems</translation>
    </message>
    <message>
        <source>&amp;I know that somebody in between could read or change everything</source>
        <translation>Mir ist &amp;klar: Jemand dazwischen könnte alles lesen oder ändern</translation>
    </message>
    <message>
        <source>The connection needs a name.</source>
        <translation>Die Verbindung braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a connection of this name already.</source>
        <translation>Eine Verbindung mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>Host, database and user are needed.</source>
        <translation>Host, Datenbank und Benutzer sind nötig.</translation>
    </message>
    <message>
        <source>A client certificate needs its file and its key.</source>
        <translation>Für ein Client-Zertifikat sind Datei und Schlüssel nötig.</translation>
    </message>
    <message>
        <source>The server would not be fully checked; agree to that first.</source>
        <translation>Der Server würde nicht vollständig geprüft; dem erst zustimmen.</translation>
    </message>
    <message>
        <source>A socket or an empty name can&apos;t stand among other hosts.</source>
        <translation>Ein Socket oder ein leerer Name darf nicht zwischen anderen Hosts stehen.</translation>
    </message>
</context>
<context>
    <name>castellan::ProfilePanel</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>&amp;New connection…</source>
        <translation>&amp;Neue Verbindung…</translation>
    </message>
    <message>
        <source>Change this connection</source>
        <translation>Diese Verbindung ändern</translation>
    </message>
    <message>
        <source>Remove this connection</source>
        <translation>Diese Verbindung entfernen</translation>
    </message>
    <message>
        <source>%1, %2 on %3</source>
        <translation>%1, %2 auf %3</translation>
    </message>
    <message>
        <source>No connection is chosen.</source>
        <translation>Keine Verbindung ausgewählt.</translation>
    </message>
    <message>
        <source>This connection belongs to the demo.</source>
        <translation>Diese Verbindung gehört zur Demo.</translation>
    </message>
</context>
<context>
    <name>castellan::ReasonStep</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Say in the note what the reason is.</source>
        <translation>Den Grund in der Notiz angeben.</translation>
    </message>
</context>
<context>
    <name>castellan::RecoveryStep</name>
    <message>
        <source>Recovery codes</source>
        <translation>Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>The person has &amp;written them down or printed them</source>
        <translation>Die Person hat sie &amp;notiert oder ausgedruckt</translation>
    </message>
    <message>
        <source>Each works once, in place of a code from the app. Capitals and hyphens do not matter. They can&apos;t be shown again.</source>
        <translation>Jeder gilt einmal, anstelle eines Codes aus der App. Großschreibung und Bindestriche sind egal. Sie lassen sich nicht noch einmal zeigen.</translation>
    </message>
</context>
<context>
    <name>castellan::Rights</name>
    <message>
        <source>Sign in first.</source>
        <translation>Erst anmelden.</translation>
    </message>
    <message>
        <source>The policy in force does not allow this.</source>
        <translation>Die geltende Richtlinie erlaubt das nicht.</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>Ihre Rolle darf das nicht.</translation>
    </message>
    <message>
        <source>The schema of this server is newer than this console, which only reads it.</source>
        <translation>Das Schema dieses Servers ist neuer als diese Konsole, die es nur liest.</translation>
    </message>
</context>
<context>
    <name>castellan::RowTextModel</name>
    <message>
        <source>%1: %2</source>
        <comment>column title and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a value that is not there</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>no longer in the list</source>
        <translation>nicht mehr in der Liste</translation>
    </message>
</context>
<context>
    <name>castellan::ScanStep</name>
    <message>
        <source>Key to type</source>
        <translation>Schlüssel zum Eintippen</translation>
    </message>
    <message>
        <source>&amp;New code</source>
        <translation>Neuer &amp;Code</translation>
    </message>
    <message>
        <source>Can&apos;t scan? Type this key</source>
        <translation>Ohne Scan: Schlüssel eintippen</translation>
    </message>
    <message>
        <source>QR code for %1</source>
        <translation>QR-Code für %1</translation>
    </message>
    <message>
        <source>Time-based, %1, %2 digits, %3 s</source>
        <translation>Zeitbasiert, %1, %2 Ziffern, %3 s</translation>
    </message>
</context>
<context>
    <name>castellan::SchemaCommand</name>
    <message>
        <source>Warning: the server&apos;s certificate is not fully checked. Whoever stands in the network between could pose as the server.</source>
        <translation>Warnung: Das Zertifikat des Servers wird nicht vollständig geprüft. Wer im Netzwerk dazwischen steht, könnte sich als der Server ausgeben.</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Passwort von %1:</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>New password of %1 (nothing: leave it as it is):</source>
        <translation>Neues Passwort von %1 (leer: unverändert lassen):</translation>
    </message>
    <message>
        <source>Once more:</source>
        <translation>Noch einmal:</translation>
    </message>
    <message>
        <source>The second factor of %1 is unlocked.</source>
        <translation>Der zweite Faktor von %1 ist entsperrt.</translation>
    </message>
    <message>
        <source>The second factor of %1. Scan it with an authenticator app now: it is shown this once.</source>
        <translation>Der zweite Faktor von %1. Jetzt mit einer Authenticator-App scannen: Er ist nur dieses eine Mal zu sehen.</translation>
    </message>
    <message>
        <source>Or type this key:</source>
        <translation>Oder diesen Schlüssel eintippen:</translation>
    </message>
    <message>
        <source>The schema is installed all the same. Make the first admin with “castellan schema operator add”.</source>
        <translation>Das Schema ist trotzdem installiert. Den ersten Admin mit „castellan schema operator add“ anlegen.</translation>
    </message>
    <message>
        <source>%1 has a new second factor, and nobody has seen its key. Get another with “castellan schema operator reset”.</source>
        <translation>%1 hat einen neuen zweiten Faktor, dessen Schlüssel niemand gesehen hat. „castellan schema operator reset“ gibt einen anderen.</translation>
    </message>
    <message>
        <source>Password of %1 (nothing: none, to sign in by a certificate):</source>
        <translation>Passwort von %1 (nichts: keines, zum Anmelden mit Zertifikat):</translation>
    </message>
    <message>
        <source>The two passwords are not the same. (From standard input, the new password is read twice, one a line.)</source>
        <translation>Die beiden Passwörter sind nicht gleich. (Von der Standardeingabe wird das neue Passwort zweimal gelesen, eines je Zeile.)</translation>
    </message>
    <message>
        <source>The password of %1 is the new one; connections that were opened with the old one may be left.</source>
        <translation>Das Passwort von %1 ist das neue; mit dem alten geöffnete Verbindungen können noch da sein.</translation>
    </message>
</context>
<context>
    <name>castellan::SchemaOptions</name>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>The connection must not contain a password: others on this computer could read it. You are asked for it, or it is taken from the file named by PGPASSFILE.</source>
        <translation>Die Verbindung darf kein Passwort enthalten: Andere auf diesem Computer könnten es lesen. Es wird abgefragt oder der Datei entnommen, die PGPASSFILE nennt.</translation>
    </message>
    <message>
        <source>%1 has a value that can&apos;t be used.</source>
        <translation>%1 hat einen unbrauchbaren Wert.</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>„%1“ ist unverständlich.</translation>
    </message>
    <message>
        <source>See: castellan schema --help</source>
        <translation>Siehe: castellan schema --help</translation>
    </message>
    <message>
        <source>Usage: castellan schema COMMAND --connection URI [options]

Commands
  install                 install the schema, or complete it; may be run again
  upgrade                 bring an installed schema to this version
  status                  tell what is installed; changes nothing
  operator add ROLE       make somebody an operator, with a first second factor
  operator reset ROLE     give an operator a new second factor
  operator unlock ROLE    lift the lock of an operator&apos;s second factor

Options
  --connection URI        libpq connection URI, without a password
  --key-directory DIR     install: where the master key lies, outside the data
                          directory and every backup of it
  --admin ROLE            install: make this first admin too
  --kind KIND             operator add: admin, helpdesk or auditor
  --account ID            operator add: the person&apos;s own account in the application,
                          by its external ID: nobody may act on their own

All but status need a superuser. install and a new key directory need to run on the
database&apos;s own machine, as root or as the server&apos;s account. The schema is changed in
one transaction: whatever goes wrong, it stays as it was.

Passwords are asked for without being shown, or read from standard input, one a
line, where that is no terminal: the connection&apos;s, if the server wants one that
PGPASSFILE does not hold; then a new operator&apos;s, which has at least %1 characters,
twice, or one empty line for none.

Exit status: 0 done, 1 failed, 2 not understood, 3 status: there is work to do.</source>
        <translation>Aufruf: castellan schema BEFEHL --connection URI [Optionen]

Befehle
  install                 das Schema installieren oder vervollständigen; wiederholbar
  upgrade                 ein installiertes Schema auf diese Version bringen
  status                  sagen, was installiert ist; ändert nichts
  operator add ROLLE      jemanden zum Operator machen, mit erstem zweitem Faktor
  operator reset ROLLE    einem Operator einen neuen zweiten Faktor geben
  operator unlock ROLLE   den zweiten Faktor eines Operators entsperren

Optionen
  --connection URI        Verbindungs-URI von libpq, ohne Passwort
  --key-directory ORDNER  install: wo der Hauptschlüssel liegt, außerhalb des
                          Datenverzeichnisses und all seiner Backups
  --admin ROLLE           install: auch diesen ersten Admin anlegen
  --kind ART              operator add: admin, helpdesk oder auditor
  --account ID            operator add: das eigene Konto der Person in der Anwendung,
                          mit seiner externen ID: niemand darf am eigenen etwas tun

Alles außer status braucht einen Superuser. install und ein neues Schlüsselverzeichnis
sind auf dem Rechner der Datenbank selbst auszuführen, als root oder als Konto des
Servers. Das Schema wird in einer Transaktion geändert: Bei einem Fehler bleibt es, wie
es war.

Passwörter werden verdeckt abgefragt oder, wo die Standardeingabe kein Terminal ist,
von dort gelesen, eines je Zeile: das der Verbindung, wenn der Server eines will und
PGPASSFILE es nicht hat; dann das eines neuen Operators, mindestens %1 Zeichen und
zweimal, oder eine leere Zeile für keines.

Exit-Status: 0 fertig, 1 gescheitert, 2 nicht verstanden, 3 status: es gibt etwas zu tun.</translation>
    </message>
</context>
<context>
    <name>castellan::SchemaWording</name>
    <message>
        <source>It happened at: %1</source>
        <translation>Stelle: %1</translation>
    </message>
    <message>
        <source>The server or system says: %1</source>
        <translation>Meldung von Server oder System: %1</translation>
    </message>
    <message>
        <source>The connection broke: run “castellan schema status” to see what is there.</source>
        <translation>Die Verbindung ist abgebrochen: „castellan schema status“ zeigt, was vorhanden ist.</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The role “%1” is no superuser. Installing makes roles and a function that reads the key file, which only a superuser may: connect as one, for example as postgres.</source>
        <translation>Die Rolle „%1“ ist kein Superuser. Die Installation legt Rollen und eine Funktion an, die die Schlüsseldatei liest; das darf nur ein Superuser: als solcher verbinden, zum Beispiel als postgres.</translation>
    </message>
    <message>
        <source>This server is a standby, which takes no changes. Connect to the primary.</source>
        <translation>Dieser Server ist ein Standby und nimmt keine Änderungen an. Mit dem Primärserver verbinden.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 or newer is needed; this server is version %2.</source>
        <translation>PostgreSQL %1 oder neuer ist nötig; dieser Server hat Version %2.</translation>
    </message>
    <message>
        <source>The server lacks these extensions: %1. They are part of PostgreSQL&apos;s contrib modules (Debian: in the package postgresql-%2).</source>
        <translation>Dem Server fehlen diese Erweiterungen: %1. Sie gehören zu den contrib-Modulen von PostgreSQL (Debian: im Paket postgresql-%2).</translation>
    </message>
    <message>
        <source>The server&apos;s data directory %1 is not on this computer. The key file has to be made on the database&apos;s own machine: run the command there. (A managed PostgreSQL without access to its files is not supported.)</source>
        <translation>Das Datenverzeichnis %1 des Servers ist nicht auf diesem Computer. Die Schlüsseldatei muss auf dem Rechner der Datenbank entstehen: den Befehl dort ausführen. (Ein gemietetes PostgreSQL ohne Zugang zu seinen Dateien wird nicht unterstützt.)</translation>
    </message>
    <message>
        <source>The key file must belong to the account that PostgreSQL runs as, and this user may not give it one (%1). Run the command as root or as that account.</source>
        <translation>Die Schlüsseldatei muss dem Konto gehören, unter dem PostgreSQL läuft, und dieser Benutzer darf sie ihm nicht übereignen (%1). Den Befehl als root oder als dieses Konto ausführen.</translation>
    </message>
    <message>
        <source>The server can&apos;t read the key file %1, or it is not a key of 64 bytes. Every directory above it must let the server&apos;s account pass, and the file must belong to that account.</source>
        <translation>Der Server kann die Schlüsseldatei %1 nicht lesen, oder sie ist kein Schlüssel von 64 Byte. Jedes Verzeichnis darüber muss das Konto des Servers durchlassen, und die Datei muss diesem Konto gehören.</translation>
    </message>
    <message>
        <source>Say with --key-directory where the master key is to lie, for example in /etc/castellan/keys. Back it up apart from the database: without it no second factor can be checked, and with it a stolen backup can be read.</source>
        <translation>Mit --key-directory angeben, wo der Hauptschlüssel liegen soll, zum Beispiel in /etc/castellan/keys. Getrennt von der Datenbank sichern: Ohne ihn lässt sich kein zweiter Faktor prüfen, und mit ihm lässt sich ein gestohlenes Backup lesen.</translation>
    </message>
    <message>
        <source>The key directory must be an absolute path without quotes, backslashes, dollar signs and “..”.</source>
        <translation>Das Schlüsselverzeichnis muss ein absoluter Pfad ohne Anführungszeichen, Backslashes, Dollarzeichen und „..“ sein.</translation>
    </message>
    <message>
        <source>The key directory %1 lies in the server&apos;s data directory: every backup would hold the key beside what it protects.</source>
        <translation>Das Schlüsselverzeichnis %1 liegt im Datenverzeichnis des Servers: Jedes Backup enthielte den Schlüssel neben dem, was er schützt.</translation>
    </message>
    <message>
        <source>The key directory %1 belongs to somebody else, or others may write to it.</source>
        <translation>Das Schlüsselverzeichnis %1 gehört jemand anderem, oder andere dürfen hineinschreiben.</translation>
    </message>
    <message>
        <source>The key directory %1 can&apos;t be used.</source>
        <translation>Das Schlüsselverzeichnis %1 ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The migration %1 is not the one that was applied here: one of the two was changed afterwards. Use the program that installed this schema.</source>
        <translation>Die Migration %1 ist nicht die, die hier angewendet wurde: Eine der beiden wurde nachträglich geändert. Das Programm verwenden, das dieses Schema installiert hat.</translation>
    </message>
    <message>
        <source>The database has a migration %1 that this program does not know.</source>
        <translation>Die Datenbank hat eine Migration %1, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>The database “%1” has no Castellan schema.</source>
        <translation>Die Datenbank „%1“ hat kein Castellan-Schema.</translation>
    </message>
    <message>
        <source>Database “%1”: schema version %2; this program brings version %3.</source>
        <translation>Datenbank „%1“: Schema-Version %2; dieses Programm bringt Version %3.</translation>
    </message>
    <message>
        <source>Only a superuser can see whether everything of it is in place.</source>
        <translation>Nur ein Superuser kann sehen, ob alles davon vorhanden ist.</translation>
    </message>
    <message>
        <source>The schema is newer than this program, which changes nothing in it.</source>
        <translation>Das Schema ist neuer als dieses Programm, das daran nichts ändert.</translation>
    </message>
    <message>
        <source>To be applied: %1</source>
        <translation>Anzuwenden: %1</translation>
    </message>
    <message>
        <source>The functions are not those of this version.</source>
        <translation>Die Funktionen sind nicht die dieser Version.</translation>
    </message>
    <message>
        <source>Everything is in place.</source>
        <translation>Alles ist vorhanden.</translation>
    </message>
    <message>
        <source>Key directory: %1</source>
        <translation>Schlüsselverzeichnis: %1</translation>
    </message>
    <message>
        <source>“%1” was an operator already: kind and password are as you said, and the second factor stays. (“operator reset” gives a new one.)</source>
        <translation>„%1“ war schon Operator: Art und Passwort sind wie angegeben, der zweite Faktor bleibt. („operator reset“ gibt einen neuen.)</translation>
    </message>
    <message>
        <source>A password has at most %1 bytes.</source>
        <translation>Ein Passwort hat höchstens %1 Byte.</translation>
    </message>
    <message>
        <source>The schema has been changed; only reading it back failed. Run “castellan schema status” to see what is there.</source>
        <translation>Das Schema wurde geändert; nur das Nachlesen ist gescheitert. „castellan schema status“ zeigt, was vorhanden ist.</translation>
    </message>
    <message>
        <source>The key file %1 is there already, and is not used: it has to be a plain file of 64 bytes that belongs to the server&apos;s account and that nobody else may read (mode 0400).</source>
        <translation>Die Schlüsseldatei %1 gibt es schon; sie wird nicht verwendet: Nötig ist eine einfache Datei von 64 Byte, die dem Konto des Servers gehört und die sonst niemand lesen darf (Modus 0400).</translation>
    </message>
    <message>
        <source>Warning: max_prepared_transactions is %1. A prepared transaction outlives its session: locks stay held, and failures counted in it do not count, until somebody ends it. Set it to 0 unless another program here needs it.</source>
        <translation>Warnung: max_prepared_transactions ist %1. Eine vorbereitete Transaktion überlebt ihre Sitzung: Bis jemand sie beendet, bleiben Sperren bestehen, und darin gezählte Fehlversuche zählen nicht. Auf 0 setzen, wenn kein anderes Programm hier sie braucht.</translation>
    </message>
    <message>
        <source>“%1” is no operator.</source>
        <translation>„%1“ ist kein Operator.</translation>
    </message>
    <message>
        <source>The application has no account with the external ID that was given for “%1”.</source>
        <translation>Die Anwendung hat kein Konto mit der externen ID, die für „%1“ angegeben ist.</translation>
    </message>
    <message>
        <source>“%1” is the role of the application, which would not work any more. Operators need roles of their own.</source>
        <translation>„%1“ ist die Rolle der Anwendung, die dann nicht mehr funktionieren würde. Operatoren brauchen eigene Rollen.</translation>
    </message>
    <message>
        <source>The name “%1” is reserved.</source>
        <translation>Der Name „%1“ ist reserviert.</translation>
    </message>
    <message>
        <source>“%1” has powers over the server (superuser, or making roles or databases), which an operator must not have.</source>
        <translation>„%1“ hat Macht über den Server (Superuser oder darf Rollen oder Datenbanken anlegen), die ein Operator nicht haben darf.</translation>
    </message>
    <message>
        <source>The role “%1” exists and may not log in.</source>
        <translation>Die Rolle „%1“ gibt es, aber sie darf sich nicht anmelden.</translation>
    </message>
    <message>
        <source>The server answered for “%1” with a word that this program does not know: %2. The schema may be newer than the program.</source>
        <translation>Der Server antwortet für „%1“ mit einem Wort, das dieses Programm nicht kennt: %2. Vielleicht ist das Schema neuer als das Programm.</translation>
    </message>
    <message>
        <source>A password has at least %1 characters: the server lets anybody guess at it before the second factor is asked for.</source>
        <translation>Ein Passwort hat mindestens %1 Zeichen: Der Server lässt jeden daran raten, bevor der zweite Faktor gefragt ist.</translation>
    </message>
    <message>
        <source>The input has ended where a password was to be read.</source>
        <translation>Die Eingabe endete, wo ein Passwort zu lesen war.</translation>
    </message>
</context>
<context>
    <name>castellan::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>&amp;Bewegung</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>Of this computer</source>
        <translation>Wie dieser Computer</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Lock &amp;after</source>
        <translation>Sperren &amp;nach</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>&amp;Sign out, switch person</source>
        <translation>&amp;Abmelden, Person wechseln</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über Castellan</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>L&amp;icences</source>
        <translation>&amp;Lizenzen</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Counted without keyboard and mouse. Locking signs out: the connections are closed, and password and code are asked for again. The server ends an idle sign-in after 15 minutes whatever is chosen here.</source>
        <translation>Gezählt wird die Zeit ohne Tastatur und Maus. Sperren meldet ab: Die Verbindungen werden geschlossen, Passwort und Code neu abgefragt. Der Server beendet eine untätige Anmeldung nach 15 Minuten, unabhängig von dieser Wahl.</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>Die Diagnose ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>castellan::Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>castellan::SidebarItem</name>
    <message>
        <source>%1 (%2)</source>
        <comment>page and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>castellan::SignInView</name>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Castellan connects straight to the PostgreSQL database of your application. Say where it is, and who you are there.</source>
        <translation>Castellan verbindet sich direkt mit der PostgreSQL-Datenbank der Anwendung. Nötig sind ihr Ort und der eigene Benutzername dort.</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Castellan forgets where this server is, and its password in the keychain. Nothing changes on the server.</source>
        <translation>Castellan vergisst, wo dieser Server ist, und sein Passwort im Schlüsselbund. Am Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>ohne TLS</translation>
    </message>
    <message>
        <source>The connection works: PostgreSQL %1, %2, Castellan schema %3.</source>
        <translation>Die Verbindung steht: PostgreSQL %1, %2, Castellan-Schema %3.</translation>
    </message>
    <message>
        <source>The demo could not be started</source>
        <translation>Die Demo ließ sich nicht starten</translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation>Die Demo wird vorbereitet</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
    <message>
        <source>No password is kept for this connection.</source>
        <translation>Für diese Verbindung ist kein Passwort aufbewahrt.</translation>
    </message>
    <message>
        <source>The password of “%1” is still kept there.</source>
        <translation>Das Passwort von „%1“ ist dort noch aufbewahrt.</translation>
    </message>
    <message>
        <source>Remove it with the system&apos;s own password manager.</source>
        <translation>Es mit der Passwortverwaltung des Systems entfernen.</translation>
    </message>
</context>
<context>
    <name>castellan::StateChip</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>castellan::TimeText</name>
    <message>
        <source>d MMM</source>
        <extracomment>a date in this year, in Qt&apos;s format letters: &quot;20 Nov&quot;</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>a date in another year, in Qt&apos;s format letters: &quot;3 Mar 2025&quot;</extracomment>
        <translation>d.M.yyyy</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation>morgen %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and time</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>castellan::TimedReveal</name>
    <message>
        <source>Sh&amp;ow</source>
        <translation>Anze&amp;igen</translation>
    </message>
    <message>
        <source>Hidden in %1</source>
        <translation>Verdeckt in %1</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verdeckt</translation>
    </message>
</context>
<context>
    <name>castellan::ToastHost</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Close the messages</source>
        <translation>Meldungen schließen</translation>
    </message>
    <message>
        <source>Nothing has been reported yet.</source>
        <translation>Noch keine Meldungen.</translation>
    </message>
</context>
<context>
    <name>castellan::ToastItem</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>castellan::WizardFrame</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Verlassen</translation>
    </message>
    <message>
        <source>What was done here is not finished.</source>
        <translation>Der Vorgang ist nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>The connection is lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Sta&amp;y here</source>
        <translation>&amp;Hier bleiben</translation>
    </message>
</context>
<context>
    <name>castellan::WizardStepItem</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>folgt</translation>
    </message>
</context>
<context>
    <name>castellan::WizardSteps</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>castellan::Wording</name>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>wrong isolation level</source>
        <translation>falsche Isolationsstufe</translation>
    </message>
    <message>
        <source>the transaction has already written</source>
        <translation>die Transaktion hat schon geschrieben</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>a value is malformed</source>
        <translation>ein Wert hat die falsche Form</translation>
    </message>
    <message>
        <source>a value is too long</source>
        <translation>ein Wert ist zu lang</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>the key file is not the registered one</source>
        <translation>die Schlüsseldatei ist nicht die eingetragene</translation>
    </message>
    <message>
        <source>an extension stands where others may create objects</source>
        <translation>eine Erweiterung liegt dort, wo andere Objekte anlegen dürfen</translation>
    </message>
    <message>
        <source>internal error of the database</source>
        <translation>interner Fehler der Datenbank</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>no second factor</source>
        <translation>kein zweiter Faktor</translation>
    </message>
    <message>
        <source>must enrol</source>
        <translation>Einrichtung nötig</translation>
    </message>
    <message>
        <source>a second factor is required</source>
        <translation>ein zweiter Faktor ist nötig</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>the code was used before</source>
        <translation>der Code wurde schon benutzt</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>the rank is too high</source>
        <translation>der Rang ist zu hoch</translation>
    </message>
    <message>
        <source>not allowed by policy</source>
        <translation>von der Richtlinie nicht erlaubt</translation>
    </message>
    <message>
        <source>enrolled already</source>
        <translation>schon eingerichtet</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>begun by another operator</source>
        <translation>von einem anderen Operator begonnen</translation>
    </message>
    <message>
        <source>done before</source>
        <translation>schon erledigt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>replaced by a newer one</source>
        <translation>durch eine neuere ersetzt</translation>
    </message>
    <message>
        <source>not shown yet</source>
        <translation>noch nicht gezeigt</translation>
    </message>
    <message>
        <source>shown before</source>
        <translation>schon gezeigt</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>noch nicht bestätigt</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>einen Blick wert</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>aktualisiert</translation>
    </message>
    <message>
        <source>the role name is reserved</source>
        <translation>der Rollenname ist reserviert</translation>
    </message>
    <message>
        <source>the role has attributes that no operator may have</source>
        <translation>die Rolle hat Attribute, die kein Operator haben darf</translation>
    </message>
    <message>
        <source>the role can&apos;t log in</source>
        <translation>die Rolle kann sich nicht anmelden</translation>
    </message>
    <message>
        <source>the role is an operator&apos;s</source>
        <translation>die Rolle gehört einem Operator</translation>
    </message>
    <message>
        <source>wrong code</source>
        <translation>falscher Code</translation>
    </message>
    <message>
        <source>not a code at all</source>
        <translation>gar kein Code</translation>
    </message>
    <message>
        <source>the code of a minute ago</source>
        <translation>der vorige Code</translation>
    </message>
    <message>
        <source>the device&apos;s clock is wrong</source>
        <translation>die Uhr des Geräts geht falsch</translation>
    </message>
    <message>
        <source>the app ignores the hash algorithm</source>
        <translation>die App missachtet das Hash-Verfahren</translation>
    </message>
    <message>
        <source>the app uses another period</source>
        <translation>die App verwendet ein anderes Intervall</translation>
    </message>
    <message>
        <source>the app took the key for text</source>
        <translation>die App hielt den Schlüssel für Text</translation>
    </message>
    <message>
        <source>a code of the former device</source>
        <translation>ein Code des früheren Geräts</translation>
    </message>
    <message>
        <source>disabled after 100 wrong codes in a row</source>
        <translation>nach 100 falschen Codes in Folge deaktiviert</translation>
    </message>
    <message>
        <source>no such account</source>
        <translation>kein solches Konto</translation>
    </message>
    <message>
        <source>the factor was removed meanwhile</source>
        <translation>der Faktor wurde inzwischen entfernt</translation>
    </message>
    <message>
        <source>an enrolment code is waiting to be used</source>
        <translation>ein Einrichtungscode ist noch offen</translation>
    </message>
    <message>
        <source>no enrolment code is waiting to be used</source>
        <translation>kein Einrichtungscode ist offen</translation>
    </message>
    <message>
        <source>ten wrong enrolment codes</source>
        <translation>zehn falsche Einrichtungscodes</translation>
    </message>
    <message>
        <source>the enrolment is not open</source>
        <translation>die Einrichtung ist nicht offen</translation>
    </message>
    <message>
        <source>a newer enrolment took its place</source>
        <translation>durch eine neuere Einrichtung ersetzt</translation>
    </message>
    <message>
        <source>signed in elsewhere</source>
        <translation>anderswo angemeldet</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>the operator was changed</source>
        <translation>der Operator wurde geändert</translation>
    </message>
    <message>
        <source>the factor was replaced</source>
        <translation>der Faktor wurde ersetzt</translation>
    </message>
    <message>
        <source>done on the database host</source>
        <translation>auf dem Datenbankhost ausgeführt</translation>
    </message>
    <message>
        <source>New phone</source>
        <translation>Neues Telefon</translation>
    </message>
    <message>
        <source>Phone lost or broken</source>
        <translation>Telefon verloren oder defekt</translation>
    </message>
    <message>
        <source>First factor</source>
        <translation>Erster Faktor</translation>
    </message>
    <message>
        <source>Other, see the note</source>
        <translation>Anderer, siehe Notiz</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Must enrol</source>
        <translation>Einrichtung nötig</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Security admin</source>
        <translation>Sicherheitsadmin</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>No factor</source>
        <translation>Ohne Faktor</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>Privilegiert</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>Ihre Rolle darf das nicht.</translation>
    </message>
    <message>
        <source>The policy in force does not allow this.</source>
        <translation>Die geltende Richtlinie erlaubt das nicht.</translation>
    </message>
    <message>
        <source>Account added by the application</source>
        <translation>Konto von der Anwendung angelegt</translation>
    </message>
    <message>
        <source>Account changed by the application</source>
        <translation>Konto von der Anwendung geändert</translation>
    </message>
    <message>
        <source>Rank lowered by the application</source>
        <translation>Rang von der Anwendung gesenkt</translation>
    </message>
    <message>
        <source>Code accepted</source>
        <translation>Code angenommen</translation>
    </message>
    <message>
        <source>Enrolment begun in the application</source>
        <translation>Einrichtung in der Anwendung begonnen</translation>
    </message>
    <message>
        <source>Enrolment code used in the application</source>
        <translation>Einrichtungscode in der Anwendung eingelöst</translation>
    </message>
    <message>
        <source>Enrolment begun by an operator</source>
        <translation>Einrichtung von einem Operator begonnen</translation>
    </message>
    <message>
        <source>QR code shown</source>
        <translation>QR-Code gezeigt</translation>
    </message>
    <message>
        <source>Enrolment code given out</source>
        <translation>Einrichtungscode ausgegeben</translation>
    </message>
    <message>
        <source>Second factor confirmed</source>
        <translation>Zweiter Faktor bestätigt</translation>
    </message>
    <message>
        <source>Enrolment cancelled</source>
        <translation>Einrichtung abgebrochen</translation>
    </message>
    <message>
        <source>Recovery code accepted</source>
        <translation>Wiederherstellungscode angenommen</translation>
    </message>
    <message>
        <source>Few recovery codes left</source>
        <translation>Wenige Wiederherstellungscodes übrig</translation>
    </message>
    <message>
        <source>Recovery codes issued</source>
        <translation>Wiederherstellungscodes ausgestellt</translation>
    </message>
    <message>
        <source>Recovery codes handed over</source>
        <translation>Wiederherstellungscodes übergeben</translation>
    </message>
    <message>
        <source>Operator sent a code</source>
        <translation>Operator hat einen Code gesendet</translation>
    </message>
    <message>
        <source>Operator signed in</source>
        <translation>Operator angemeldet</translation>
    </message>
    <message>
        <source>Operator&apos;s connection joined</source>
        <translation>Verbindung eines Operators hinzugekommen</translation>
    </message>
    <message>
        <source>Operator&apos;s session ended</source>
        <translation>Sitzung eines Operators beendet</translation>
    </message>
    <message>
        <source>Operator added</source>
        <translation>Operator angelegt</translation>
    </message>
    <message>
        <source>Operator&apos;s factor replaced</source>
        <translation>Faktor eines Operators ersetzt</translation>
    </message>
    <message>
        <source>Operator unlocked</source>
        <translation>Operator entsperrt</translation>
    </message>
    <message>
        <source>Application added</source>
        <translation>Anwendung angelegt</translation>
    </message>
    <message>
        <source>Key file registered</source>
        <translation>Schlüsseldatei eingetragen</translation>
    </message>
    <message>
        <source>Code refused</source>
        <translation>Code abgelehnt</translation>
    </message>
    <message>
        <source>Enrolment refused</source>
        <translation>Einrichtung abgelehnt</translation>
    </message>
    <message>
        <source>Enrolment code refused</source>
        <translation>Einrichtungscode abgelehnt</translation>
    </message>
    <message>
        <source>QR code not shown</source>
        <translation>QR-Code nicht gezeigt</translation>
    </message>
    <message>
        <source>Enrolment code not given out</source>
        <translation>Einrichtungscode nicht ausgegeben</translation>
    </message>
    <message>
        <source>Confirmation refused</source>
        <translation>Bestätigung abgelehnt</translation>
    </message>
    <message>
        <source>Enrolment not cancelled</source>
        <translation>Einrichtung nicht abgebrochen</translation>
    </message>
    <message>
        <source>Recovery code refused</source>
        <translation>Wiederherstellungscode abgelehnt</translation>
    </message>
    <message>
        <source>Recovery codes not issued</source>
        <translation>Wiederherstellungscodes nicht ausgestellt</translation>
    </message>
    <message>
        <source>Recovery codes not handed over</source>
        <translation>Wiederherstellungscodes nicht übergeben</translation>
    </message>
    <message>
        <source>Operator&apos;s code not taken</source>
        <translation>Code eines Operators nicht angenommen</translation>
    </message>
    <message>
        <source>Operator&apos;s sign-in refused</source>
        <translation>Anmeldung eines Operators abgelehnt</translation>
    </message>
    <message>
        <source>Operator&apos;s connection refused</source>
        <translation>Verbindung eines Operators abgelehnt</translation>
    </message>
    <message>
        <source>Operator not added</source>
        <translation>Operator nicht angelegt</translation>
    </message>
    <message>
        <source>Operator&apos;s factor not replaced</source>
        <translation>Faktor eines Operators nicht ersetzt</translation>
    </message>
    <message>
        <source>Operator not unlocked</source>
        <translation>Operator nicht entsperrt</translation>
    </message>
    <message>
        <source>Application not added</source>
        <translation>Anwendung nicht angelegt</translation>
    </message>
    <message>
        <source>Locked until %1</source>
        <translation>Gesperrt bis %1</translation>
    </message>
    <message>
        <source>Disabled until %1</source>
        <translation>Aus bis %1</translation>
    </message>
    <message>
        <source>Must enrol now</source>
        <translation>Jetzt einrichten</translation>
    </message>
    <message>
        <source>Must enrol by %1</source>
        <translation>Einrichten bis %1</translation>
    </message>
    <message>
        <source>Pending %1</source>
        <translation>Ausstehend %1</translation>
    </message>
    <message>
        <source>the clock is off by %1</source>
        <translation>die Uhr geht um %1 falsch</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event and its cause</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing answers at that address and port.</source>
        <translation>An dieser Adresse und diesem Port antwortet nichts.</translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2.</source>
        <translation>An %1, Port %2, antwortet nichts.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server.</source>
        <translation>Bei der Serververwaltung nachfragen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet.</source>
        <translation>Das Zertifikat des Servers ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>Check the clock of this computer; if it is right, ask whoever runs the server.</source>
        <translation>Die Uhr dieses Computers prüfen; wenn sie stimmt, bei der Serververwaltung nachfragen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen.</translation>
    </message>
    <message>
        <source>It has to be renewed on the server. Do not go on without it.</source>
        <translation>Es muss auf dem Server erneuert werden. Bis dahin nicht weitermachen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>Use the name that is in the certificate. If you don&apos;t expect this, somebody may be in between.</source>
        <translation>Den Namen aus dem Zertifikat verwenden. Kommt das unerwartet, ist vielleicht jemand dazwischen.</translation>
    </message>
    <message>
        <source>The server does not admit this user from this address.</source>
        <translation>Der Server lässt diesen Benutzer von dieser Adresse nicht zu.</translation>
    </message>
    <message>
        <source>Its list of permitted connections has to name them.</source>
        <translation>Beides muss in seiner Liste erlaubter Verbindungen stehen.</translation>
    </message>
    <message>
        <source>The server does not accept this user and password.</source>
        <translation>Der Server nimmt Benutzer und Passwort nicht an.</translation>
    </message>
    <message>
        <source>The name “%1” was not found.</source>
        <translation>Der Name „%1“ wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The server&apos;s name was not found.</source>
        <translation>Der Name des Servers wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check address and port, and whether the server runs.</source>
        <translation>Prüfen, ob Adresse und Port stimmen und der Server läuft.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server does not offer an encrypted connection.</source>
        <translation>Der Server bietet keine verschlüsselte Verbindung an.</translation>
    </message>
    <message>
        <source>TLS has to be switched on at the server.</source>
        <translation>TLS muss auf dem Server eingeschaltet werden.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not signed by a root that you trust.</source>
        <translation>Das Zertifikat des Servers stammt von keiner vertrauten Wurzel.</translation>
    </message>
    <message>
        <source>No encrypted connection could be made.</source>
        <translation>Es kam keine verschlüsselte Verbindung zustande.</translation>
    </message>
    <message>
        <source>Your certificate was not accepted.</source>
        <translation>Das eigene Zertifikat wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The server can&apos;t prove that nobody is in between.</source>
        <translation>Der Server kann nicht beweisen, dass niemand dazwischen ist.</translation>
    </message>
    <message>
        <source>The user&apos;s password has to be stored as SCRAM-SHA-256 on the server.</source>
        <translation>Das Passwort des Benutzers muss auf dem Server als SCRAM-SHA-256 gespeichert sein.</translation>
    </message>
    <message>
        <source>There is no database “%1” on the server.</source>
        <translation>Auf dem Server gibt es keine Datenbank „%1“.</translation>
    </message>
    <message>
        <source>There is no database of that name on the server.</source>
        <translation>Auf dem Server gibt es keine Datenbank dieses Namens.</translation>
    </message>
    <message>
        <source>The server has no connection left.</source>
        <translation>Der Server hat keine Verbindung mehr frei.</translation>
    </message>
    <message>
        <source>Try again shortly.</source>
        <translation>Gleich erneut versuchen.</translation>
    </message>
    <message>
        <source>The server is starting or shutting down.</source>
        <translation>Der Server startet oder fährt herunter.</translation>
    </message>
    <message>
        <source>The connection was lost while the server worked on this.</source>
        <translation>Die Verbindung brach ab, während der Server daran arbeitete.</translation>
    </message>
    <message>
        <source>Whether it was done is not known.</source>
        <translation>Ob es ausgeführt wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Look at the list or the audit trail before you do it again.</source>
        <translation>Vor einer Wiederholung die Liste oder das Prüfprotokoll ansehen.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>It is being made again.</source>
        <translation>Sie wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>Castellan is not installed in this database.</source>
        <translation>Castellan ist in dieser Datenbank nicht installiert.</translation>
    </message>
    <message>
        <source>On the database host, run “castellan schema install”.</source>
        <translation>Auf dem Datenbankhost „castellan schema install“ ausführen.</translation>
    </message>
    <message>
        <source>The database is older than this console.</source>
        <translation>Die Datenbank ist älter als diese Konsole.</translation>
    </message>
    <message>
        <source>On the database host, run “castellan schema upgrade”.</source>
        <translation>Auf dem Datenbankhost „castellan schema upgrade“ ausführen.</translation>
    </message>
    <message>
        <source>The database is newer than this console.</source>
        <translation>Die Datenbank ist neuer als diese Konsole.</translation>
    </message>
    <message>
        <source>It is opened for reading only.</source>
        <translation>Sie ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Update the console.</source>
        <translation>Die Konsole aktualisieren.</translation>
    </message>
    <message>
        <source>The server did not accept a value.</source>
        <translation>Der Server hat einen Wert nicht angenommen.</translation>
    </message>
    <message>
        <source>The server did not accept the value of “%1”.</source>
        <translation>Der Server hat den Wert von „%1“ nicht angenommen.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Wert berichtigen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Somebody else is working on the same thing.</source>
        <translation>Jemand anderes arbeitet gerade daran.</translation>
    </message>
    <message>
        <source>The server took too long, and was stopped.</source>
        <translation>Der Server brauchte zu lange und wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>You are not signed in any more.</source>
        <translation>Sie sind nicht mehr angemeldet.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Erneut anmelden.</translation>
    </message>
    <message>
        <source>Ask somebody whose role may, or an admin for the right.</source>
        <translation>Jemanden mit passender Rolle fragen oder einen Admin um das Recht bitten.</translation>
    </message>
    <message>
        <source>The server refused this kind of transaction.</source>
        <translation>Der Server hat diese Art von Transaktion abgelehnt.</translation>
    </message>
    <message>
        <source>The server refused this inside a transaction that has written.</source>
        <translation>Der Server hat das in einer Transaktion abgelehnt, die schon geschrieben hat.</translation>
    </message>
    <message>
        <source>Somebody changed the same thing at the same moment.</source>
        <translation>Jemand hat im selben Moment dasselbe geändert.</translation>
    </message>
    <message>
        <source>Look at it again, then try again.</source>
        <translation>Neu ansehen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Something went wrong that should not.</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten.</translation>
    </message>
    <message>
        <source>Try again. If it stays, the log has the details.</source>
        <translation>Erneut versuchen. Bleibt der Fehler, stehen Einzelheiten im Log.</translation>
    </message>
    <message>
        <source>PostgreSQL was not found on this computer.</source>
        <translation>PostgreSQL wurde auf diesem Computer nicht gefunden.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 or newer was not found on this computer.</source>
        <translation>PostgreSQL %1 oder neuer wurde auf diesem Computer nicht gefunden.</translation>
    </message>
    <message>
        <source>Install it, or connect to a server instead.</source>
        <translation>Installieren oder stattdessen mit einem Server verbinden.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The password is not kept.</source>
        <translation>Das Passwort wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Type it each time.</source>
        <translation>Jedes Mal eingeben.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The password was not read or kept.</source>
        <translation>Das Passwort wurde weder gelesen noch aufbewahrt.</translation>
    </message>
    <message>
        <source>Unlock the keychain, or type the password.</source>
        <translation>Den Schlüsselbund entsperren oder das Passwort eingeben.</translation>
    </message>
    <message>
        <source>The keychain did not answer.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>Das Passwort eingeben.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>Es ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read.</source>
        <translation>Die Datei %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>A file can&apos;t be read.</source>
        <translation>Eine Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>Prüfen, ob sie da ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be written.</source>
        <translation>Die Datei %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>A file can&apos;t be written.</source>
        <translation>Eine Datei lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Check the folder, its rights and the space left.</source>
        <translation>Ordner, Rechte und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>Another Castellan works in %1.</source>
        <translation>In %1 arbeitet schon ein anderes Castellan.</translation>
    </message>
    <message>
        <source>Another Castellan works there.</source>
        <translation>Dort arbeitet schon ein anderes Castellan.</translation>
    </message>
    <message>
        <source>Close it first, or choose another folder.</source>
        <translation>Erst schließen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The workspace&apos;s own PostgreSQL did not start, or stopped.</source>
        <translation>Das eigene PostgreSQL der Umgebung ist nicht gestartet oder hat angehalten.</translation>
    </message>
    <message>
        <source>Its log says why.</source>
        <translation>Den Grund nennt sein Log.</translation>
    </message>
    <message>
        <source>An answer or a file is not what it should be.</source>
        <translation>Eine Antwort oder eine Datei hat nicht die erwartete Form.</translation>
    </message>
    <message>
        <source>Console and database may be of different versions.</source>
        <translation>Vielleicht haben Konsole und Datenbank verschiedene Versionen.</translation>
    </message>
    <message>
        <source>Your second factor is disabled, after too many wrong codes.</source>
        <translation>Ihr zweiter Faktor ist nach zu vielen falschen Codes deaktiviert.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
    <message>
        <source>Ask another admin, or whoever runs the database host, to reset it.</source>
        <translation>Ein anderer Admin oder die Datenbankverwaltung kann ihn zurücksetzen.</translation>
    </message>
    <message>
        <source>Signing in is locked until %1, after wrong codes.</source>
        <translation>Die Anmeldung ist nach falschen Codes bis %1 gesperrt.</translation>
    </message>
    <message>
        <source>Nothing counts until then. Try again in %1.</source>
        <translation>Bis dahin gilt kein Code. Nächster Versuch in %1.</translation>
    </message>
    <message>
        <source>That code has been used before.</source>
        <translation>Dieser Code wurde schon benutzt.</translation>
    </message>
    <message numerus="yes">
        <source>Wait for the next code: it comes in %n second(s).</source>
        <translation>
            <numerusform>Auf den nächsten Code warten: Er kommt in %n Sekunde.</numerusform>
            <numerusform>Auf den nächsten Code warten: Er kommt in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the next code.</source>
        <translation>Den nächsten Code eingeben.</translation>
    </message>
    <message>
        <source>You are signed in.</source>
        <translation>Sie sind angemeldet.</translation>
    </message>
    <message>
        <source>That code is not right.</source>
        <translation>Dieser Code stimmt nicht.</translation>
    </message>
    <message>
        <source>Type the code that your authenticator shows now.</source>
        <translation>Den Code eingeben, den die Authenticator-App jetzt zeigt.</translation>
    </message>
    <message>
        <source>That took too long.</source>
        <translation>Das hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>Type a new code.</source>
        <translation>Einen neuen Code eingeben.</translation>
    </message>
    <message>
        <source>You have no second factor yet.</source>
        <translation>Sie haben noch keinen zweiten Faktor.</translation>
    </message>
    <message>
        <source>Another admin issues it, or whoever runs the database host does.</source>
        <translation>Ein anderer Admin oder die Datenbankverwaltung stellt ihn aus.</translation>
    </message>
    <message>
        <source>Your operator account is not active.</source>
        <translation>Ihr Operatorkonto ist nicht aktiv.</translation>
    </message>
    <message>
        <source>Ask an admin to activate it.</source>
        <translation>Ein Admin kann es aktivieren.</translation>
    </message>
    <message>
        <source>The server answered “%1”.</source>
        <translation>Der Server hat „%1“ geantwortet.</translation>
    </message>
    <message>
        <source>Type the code that it shows now.</source>
        <translation>Den Code eingeben, den die App jetzt zeigt.</translation>
    </message>
    <message>
        <source>The device&apos;s clock is %1 ahead.</source>
        <translation>Die Uhr des Geräts geht %1 vor.</translation>
    </message>
    <message>
        <source>The device&apos;s clock is %1 behind.</source>
        <translation>Die Uhr des Geräts geht %1 nach.</translation>
    </message>
    <message>
        <source>Set its time to automatic, then type a new code.</source>
        <translation>Dort die Uhrzeit auf automatisch stellen, dann einen neuen Code eingeben.</translation>
    </message>
    <message>
        <source>The device&apos;s clock is wrong.</source>
        <translation>Die Uhr des Geräts geht falsch.</translation>
    </message>
    <message>
        <source>That is the code of a minute ago.</source>
        <translation>Das ist der vorige Code.</translation>
    </message>
    <message>
        <source>That is not a code.</source>
        <translation>Das ist kein Code.</translation>
    </message>
    <message>
        <source>A code has 6 digits.</source>
        <translation>Ein Code hat 6 Ziffern.</translation>
    </message>
    <message>
        <source>The app ignores the hash algorithm of this QR code.</source>
        <translation>Die App missachtet das Hash-Verfahren dieses QR-Codes.</translation>
    </message>
    <message>
        <source>Use another authenticator app.</source>
        <translation>Eine andere Authenticator-App verwenden.</translation>
    </message>
    <message>
        <source>The app uses another period than 30 seconds.</source>
        <translation>Die App verwendet ein anderes Intervall als 30 Sekunden.</translation>
    </message>
    <message>
        <source>Choose 30 seconds in the app, or use another app.</source>
        <translation>In der App 30 Sekunden wählen oder eine andere App verwenden.</translation>
    </message>
    <message>
        <source>The app took the key for plain text.</source>
        <translation>Die App hielt den Schlüssel für einfachen Text.</translation>
    </message>
    <message>
        <source>Scan the QR code, or choose Base32 when typing the key.</source>
        <translation>Den QR-Code scannen oder beim Eintippen des Schlüssels Base32 wählen.</translation>
    </message>
    <message>
        <source>That is a code of the former device.</source>
        <translation>Das ist ein Code des früheren Geräts.</translation>
    </message>
    <message>
        <source>Type the code of the entry that was just added.</source>
        <translation>Den Code des gerade hinzugefügten Eintrags eingeben.</translation>
    </message>
    <message>
        <source>That code does not belong to this QR code.</source>
        <translation>Dieser Code gehört nicht zu diesem QR-Code.</translation>
    </message>
    <message>
        <source>Check that the newest entry in the app is used.</source>
        <translation>Prüfen, ob der neueste Eintrag der App benutzt wird.</translation>
    </message>
    <message>
        <source>The code was refused: %1.</source>
        <translation>Der Code wurde abgelehnt: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Begin again.</source>
        <translation>Neu beginnen.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>The factor is not active yet.</source>
        <translation>Der Faktor ist noch nicht aktiv.</translation>
    </message>
    <message>
        <source>This account ranks as high as you or higher, or is your own.</source>
        <translation>Dieses Konto hat denselben oder einen höheren Rang als Sie oder ist Ihr eigenes.</translation>
    </message>
    <message>
        <source>A second person has to do this, or to approve it.</source>
        <translation>Eine zweite Person muss das tun oder genehmigen.</translation>
    </message>
    <message>
        <source>This account is not active.</source>
        <translation>Dieses Konto ist nicht aktiv.</translation>
    </message>
    <message>
        <source>The application activates accounts.</source>
        <translation>Konten aktiviert die Anwendung.</translation>
    </message>
    <message>
        <source>This person has a second factor already.</source>
        <translation>Diese Person hat schon einen zweiten Faktor.</translation>
    </message>
    <message>
        <source>Reset it first, if it is lost.</source>
        <translation>Ist der Faktor verloren, erst zurücksetzen.</translation>
    </message>
    <message>
        <source>Enrolling at the console is not allowed for this rank.</source>
        <translation>Für diesen Rang ist das Einrichten an der Konsole nicht erlaubt.</translation>
    </message>
    <message>
        <source>Enrol the person remotely, or have an admin change the policy.</source>
        <translation>Aus der Ferne einrichten oder einen Admin die Richtlinie ändern lassen.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Reload the list.</source>
        <translation>Die Liste neu laden.</translation>
    </message>
    <message>
        <source>The time for this enrolment is over.</source>
        <translation>Die Zeit für diese Einrichtung ist abgelaufen.</translation>
    </message>
    <message>
        <source>No factor was made active.</source>
        <translation>Es wurde kein Faktor aktiviert.</translation>
    </message>
    <message>
        <source>Another operator began this enrolment.</source>
        <translation>Diese Einrichtung hat ein anderer Operator begonnen.</translation>
    </message>
    <message>
        <source>Ask them to finish it, or begin a new one.</source>
        <translation>Den anderen um den Abschluss bitten oder neu beginnen.</translation>
    </message>
    <message>
        <source>This enrolment was cancelled.</source>
        <translation>Diese Einrichtung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>A newer enrolment has taken the place of this one.</source>
        <translation>Eine neuere Einrichtung hat diese ersetzt.</translation>
    </message>
    <message>
        <source>No factor was made active by this one.</source>
        <translation>Durch diese wurde kein Faktor aktiviert.</translation>
    </message>
    <message>
        <source>The QR code was not shown yet.</source>
        <translation>Der QR-Code wurde noch nicht gezeigt.</translation>
    </message>
    <message>
        <source>No code has confirmed this factor yet.</source>
        <translation>Noch kein Code hat diesen Faktor bestätigt.</translation>
    </message>
    <message>
        <source>Confirm it with a code first.</source>
        <translation>Erst mit einem Code bestätigen.</translation>
    </message>
    <message>
        <source>The recovery codes were shown before, and are shown once.</source>
        <translation>Die Wiederherstellungscodes wurden schon gezeigt und sind nur einmal zu sehen.</translation>
    </message>
    <message>
        <source>Issue new ones if they were lost.</source>
        <translation>Sind sie verloren, neue ausstellen.</translation>
    </message>
    <message>
        <source>This was done before.</source>
        <translation>Das ist schon erledigt.</translation>
    </message>
    <message>
        <source>the role is the application&apos;s</source>
        <translation>die Rolle gehört der Anwendung</translation>
    </message>
    <message>
        <source>there is no account of that external ID</source>
        <translation>kein Konto mit dieser externen ID</translation>
    </message>
    <message>
        <source>A password is not sent to another computer without encryption.</source>
        <translation>Ein Passwort wird nicht unverschlüsselt an einen anderen Computer gesendet.</translation>
    </message>
    <message>
        <source>The server can&apos;t use the key that seals the second factors.</source>
        <translation>Der Server kann den Schlüssel, der die zweiten Faktoren versiegelt, nicht verwenden.</translation>
    </message>
    <message>
        <source>Nothing was counted or changed.</source>
        <translation>Es wurde nichts gezählt oder geändert.</translation>
    </message>
    <message>
        <source>Whoever runs the server has to look at its key file.</source>
        <translation>Die Serververwaltung muss die Schlüsseldatei prüfen.</translation>
    </message>
    <message>
        <source>The folder %1 belongs to somebody else, or others may write to it.</source>
        <translation>Der Ordner %1 gehört jemand anderem, oder andere dürfen hineinschreiben.</translation>
    </message>
    <message>
        <source>Choose a new folder, or one that only you can change.</source>
        <translation>Einen neuen Ordner wählen oder einen, den nur Sie ändern können.</translation>
    </message>
    <message>
        <source>Try again once there is one.</source>
        <translation>Erneut versuchen, sobald sie wieder besteht.</translation>
    </message>
    <message>
        <source>Check host and port of the connection, and the network.</source>
        <translation>Host und Port der Verbindung und das Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for “%1”, not for the host of this connection.</source>
        <translation>Das Zertifikat des Servers gilt für „%1“, nicht für den Host dieser Verbindung.</translation>
    </message>
    <message>
        <source>Type the password again, and check the user of the connection.</source>
        <translation>Das Passwort neu eingeben und den Benutzer der Verbindung prüfen.</translation>
    </message>
    <message>
        <source>Choose the right root certificate for the connection.</source>
        <translation>Das richtige Wurzelzertifikat für die Verbindung wählen.</translation>
    </message>
    <message>
        <source>Check certificate and key of the connection.</source>
        <translation>Zertifikat und Schlüssel der Verbindung prüfen.</translation>
    </message>
    <message>
        <source>Choose TLS as the encryption of the connection.</source>
        <translation>TLS als Verschlüsselung der Verbindung wählen.</translation>
    </message>
    <message>
        <source>Check the database of the connection.</source>
        <translation>Die Datenbank der Verbindung prüfen.</translation>
    </message>
</context>
<context>
    <name>castellan::Workbench</name>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>The schema of this server is newer than this console: everything can be looked at, nothing can be changed. A newer Castellan is needed.</source>
        <translation>Das Schema dieses Servers ist neuer als diese Konsole: Alles lässt sich ansehen, nichts ändern. Nötig ist ein neueres Castellan.</translation>
    </message>
    <message>
        <source>The connection to the server is lost. What you see stays as it was; it is being brought back, and goes on by itself.</source>
        <translation>Die Verbindung zum Server ist unterbrochen. Die Anzeige bleibt auf ihrem Stand; die Verbindung wird neu aufgebaut, dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
</context>
</TS>
