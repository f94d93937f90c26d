# Debian's python3-selenium, unmodified: one suite with two drivers. The panel's is PanelTwin's control port; the browser's
# is ChromeDriver, for Web Config and the cloud's pages. Says "passed NAME" for each journey; any failure ends it.
import json
import sys

from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.options import ArgOptions
from selenium.webdriver.support import expected_conditions as expect
from selenium.webdriver.support.ui import Select, WebDriverWait

control, original = sys.argv[1:3]


def wait_for(driver):
    # Pages that come anew while they are looked at leave stale elements behind, which ChromeDriver calls an "unknown error"
    # while one page gives way to the next: then it is looked again.
    return WebDriverWait(driver, 120, ignored_exceptions=[WebDriverException])


class PanelOptions(ArgOptions):
    @property
    def default_capabilities(self):
        return {"browserName": "paneltwin"}

    def to_capabilities(self):
        return self.capabilities


class Panel:
    def __init__(self, **wishes):
        options = PanelOptions()
        for name, value in wishes.items():
            options.set_capability(f"paneltwin:{name}", value)
        self.driver = webdriver.Remote(command_executor=control, options=options)
        self.driver.implicitly_wait(60)
        self.ready = self.driver.capabilities["paneltwin:ready"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def tap(self, *ids):
        for one in ids:
            self.driver.find_element(By.ID, one).click()

    def call(self, name, **given):
        return self.driver.execute_script(f"paneltwin: {name}", *([given] if given else []))

    def scan_to(self, address):
        self.call("original", path=original, at="feeder")
        self.call("key", key="Home")
        self.tap("scan", "scan-email")
        self.driver.find_element(By.ID, "recipient").send_keys(address + Keys.ENTER)
        self.tap("send")

    def job_when_ended(self, receipt):
        def ended(_):
            return next((job for job in self.call("jobs") if job["receipt"] == receipt and job["phase"] == "ended"), None)

        return wait_for(self.driver).until(ended)


def start_chrome(options, tries=3):
    # Selenium gives ChromeDriver a port that was free a moment ago: somebody else may have taken it meanwhile.
    for left in reversed(range(tries)):
        try:
            return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        except WebDriverException:
            if not left:
                raise


class Browser:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.accept_insecure_certs = True
        options.binary_location = "/usr/bin/chromium"
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--lang=en"):
            options.add_argument(flag)
        self.driver = start_chrome(options)
        self.driver.implicitly_wait(60)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def fill(self, name, text, then):
        field = self.driver.find_element(By.NAME, name)
        field.send_keys(text)
        self.driver.find_element(*then).click()
        wait_for(self.driver).until(expect.staleness_of(field))


def check_the_status(_):
    with Panel(scenario="signed-in", clock={"stand": True}) as panel:
        panel.tap("settings", "general-settings", "network-settings", "network-status", "email-server-status")
        row = panel.driver.find_element(By.XPATH, "//row[@value='Signed in']")
        assert row.is_displayed() and row.is_enabled()
        assert row.get_attribute("value") == "Signed in"
        assert row.get_dom_attribute("enabled") == "true"
        assert "Signed in" in panel.driver.find_element(By.TAG_NAME, "screen").text
        assert row.screenshot_as_png[1:4] == b"PNG"
        panel.driver.back()
        try:
            print(row.text)
            raise AssertionError("not stale")
        except StaleElementReferenceException:
            pass
        panel.driver.implicitly_wait(0)
        try:
            panel.driver.find_element(By.LINK_TEXT, "Coffee")
            raise AssertionError("coffee")
        except NoSuchElementException:
            pass


def sign_in_and_scan(browser):
    with Panel() as panel:
        ready, driver = panel.ready, browser.driver
        account = next(one for one in ready["tenant"]["accounts"] if "Global Administrator" in one["roles"])
        driver.get(ready["web_config"])
        driver.find_element(By.ID, "log-in").click()
        driver.find_element(By.NAME, "INPUTT_PASSWORD").send_keys(ready["admin_password"] + Keys.ENTER)
        wait_for(driver).until_not(expect.url_contains("PASSWORD"))
        driver.get(ready["web_config"] + "PRESENTATION/ADVANCED/NW_EMAIL_BASIC/TOP")
        driver.find_element(By.ID, "method-OAUTH2").click()
        Select(driver.find_element(By.ID, "service")).select_by_index(0)
        next(one for one in driver.find_elements(By.CSS_SELECTOR, "button.sign-in") if one.is_displayed()).click()
        driver.find_element(By.ID, "microsoft-sign-in").click()
        code = driver.find_element(By.ID, "code").text
        address = driver.find_element(By.ID, "verification-uri").get_attribute("href")
        settings = driver.current_window_handle
        driver.switch_to.new_window("tab")
        driver.get(address)
        next_button = (By.ID, "idSIButton9")

        def next_button_or_end(page):
            buttons = page.find_elements(*next_button)
            return buttons[0] if buttons else "You have signed in" in page.find_element(By.TAG_NAME, "body").text

        browser.fill("otc", code, next_button)
        browser.fill("loginfmt", account["user"], next_button)
        browser.fill("passwd", account["password"], next_button)
        driver.implicitly_wait(0)
        # One page after the other, until the last one says that it is done.
        while (button := wait_for(driver).until(next_button_or_end)) is not True:
            for box in driver.find_elements(By.CSS_SELECTOR, "input[type=checkbox]:not(:checked)"):
                box.click()
            button.click()
            wait_for(driver).until(expect.staleness_of(button))
        driver.implicitly_wait(60)
        driver.close()
        driver.switch_to.window(settings)
        panel.call("clock", run=20)
        wait_for(driver).until(lambda d: any(account["user"] in one.text for one in d.find_elements(By.CSS_SELECTOR, "output.sign-in-account")))
        ok = driver.find_element(By.ID, "ok")
        ok.click()
        wait_for(driver).until(expect.staleness_of(ok))
        panel.call("clock", run=1)
        panel.scan_to(account["user"])
        assert panel.job_when_ended(1)["result"] == "completed"
        assert panel.call("mails")[0]["from"] == account["user"]


def told_why_not(code, scenario, advance=None):
    with Panel(scenario=scenario, model="compact") as panel:
        if advance:
            panel.call("clock", advance=advance)
        panel.scan_to("maria.santos@contoso.example")
        panel.job_when_ended(1)
        alert = wait_for(panel.driver).until(expect.alert_is_present())
        assert len(alert.text) > 20
        alert.accept()
        panel.call("key", key="Home")
        panel.tap("job-status", "job-status-tab", "job-1")
        assert str(code) in panel.driver.find_element(By.TAG_NAME, "panel").text


def main():
    with Browser() as browser:
        for name, journey in (
            ("status", check_the_status),
            ("sign-in", sign_in_and_scan),
            ("360", lambda _: told_why_not(360, "never-signed-in")),
            ("361", lambda _: told_why_not(361, "signed-in", "91d")),
        ):
            journey(browser)
            print(json.dumps({"passed": name}), flush=True)


main()
