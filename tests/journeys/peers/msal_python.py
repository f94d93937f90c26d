# MSAL Python as Debian has it: signs in by device code or by code and PKCE, then renews silently.
import http.server
import json
import sys
import threading
import urllib.parse

import msal

flow_name, authority, client_id = sys.argv[1:4]
scopes = ["https://outlook.office.com/SMTP.Send"]


def say(what):
    print(json.dumps(what), flush=True)


app = msal.PublicClientApplication(client_id, authority=authority, instance_discovery=False)
if flow_name == "device-code":
    flow = app.initiate_device_flow(scopes)
    say({"userCode": flow["user_code"], "verificationUri": flow["verification_uri"], "expiresIn": flow["expires_in"], "interval": flow["interval"]})
    result = app.acquire_token_by_device_flow(flow)
else:
    answers = {}
    come = threading.Event()

    class Catcher(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            answers.update(urllib.parse.parse_qsl(urllib.parse.urlparse(self.path).query))
            self.send_response(200)
            self.end_headers()
            come.set()

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("localhost", 0), Catcher)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    flow = app.initiate_auth_code_flow(scopes, redirect_uri=f"http://localhost:{server.server_port}/")
    say({"url": flow["auth_uri"]})
    come.wait()
    result = app.acquire_token_by_auth_code_flow(flow, answers)
if "access_token" not in result:
    say({"error": result})
    sys.exit(1)
account = app.get_accounts()[0]
renewed = app.acquire_token_silent(scopes, account=account, force_refresh=True)
say({"account": account["username"], "accessToken": result["access_token"], "renewedToken": renewed["access_token"]})
