@echo off
rem Runs Maven: the one on the PATH when it is 3.8.7 or newer, otherwise a pinned one, fetched once from Apache's archive.
setlocal
set "VERSION=3.9.16"
set "SHA512=ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3"
set "URL=https://archive.apache.org/dist/maven/maven-3/%VERSION%/binaries/apache-maven-%VERSION%-bin.zip"
set "PLACE=%USERPROFILE%\.m2\wrapper"
if defined MAVEN_USER_HOME set "PLACE=%MAVEN_USER_HOME%\wrapper"
set "PINNED=%PLACE%\apache-maven-%VERSION%\bin\mvn.cmd"

if defined JAVA_HOME goto java
where java >nul 2>nul
if errorlevel 1 (
  echo mvnw: no Java found. A JDK of version 17 or newer is needed. 1>&2
  exit /b 1
)

:java
where mvn >nul 2>nul
if errorlevel 1 goto pinned
powershell -NoProfile -Command ^
  "$found = [regex]::Match((& mvn -v | Out-String), 'Apache Maven (\d+\.\d+\.\d+)');" ^
  "if ($found.Success -and [version]$found.Groups[1].Value -ge [version]'3.8.7') { exit 0 } else { exit 1 }"
if errorlevel 1 goto pinned
call mvn %*
exit /b %ERRORLEVEL%

:pinned
if exist "%PINNED%" goto run
echo mvnw: Maven 3.8.7 or newer is not installed; fetching %VERSION% once from %URL% 1>&2
powershell -NoProfile -Command ^
  "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';" ^
  "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12;" ^
  "$work = Join-Path $env:PLACE ('download.' + [guid]::NewGuid()); New-Item -ItemType Directory -Force $work | Out-Null;" ^
  "try { $zip = Join-Path $work 'maven.zip';" ^
  "  try { Invoke-WebRequest -UseBasicParsing -Uri $env:URL -OutFile $zip }" ^
  "  catch { throw ('Maven ' + $env:VERSION + ' could not be fetched. Install Maven 3.8.7 or newer, or make ' + $env:URL + ' reachable.') }" ^
  "  if ((Get-FileHash -Algorithm SHA512 $zip).Hash -ne $env:SHA512) { throw ('what came from ' + $env:URL + ' is not Maven ' + $env:VERSION + ': its SHA-512 differs. Nothing was installed.') }" ^
  "  Expand-Archive $zip $work; if (-not (Test-Path $env:PINNED)) { Move-Item (Join-Path $work ('apache-maven-' + $env:VERSION)) $env:PLACE } }" ^
  "catch { [Console]::Error.WriteLine('mvnw: ' + $_.Exception.Message); exit 1 }" ^
  "finally { Remove-Item -Recurse -Force $work }"
if errorlevel 1 exit /b 1

:run
call "%PINNED%" %*
exit /b %ERRORLEVEL%
