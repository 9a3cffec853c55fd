@echo off
rem A command script waits for a window program and passes its exit code on; the prompt itself does not wait.
chcp 65001 >nul
"%~dp0Elevator Audit.exe" %*
exit /b %ERRORLEVEL%
