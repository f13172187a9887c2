"""Stories of published inspections: each prints the numbers that were published, and nothing else."""
import json

import pytest
from test_command_line import run

PUBLISHED = {
    "spot-checks-2009": {"published": 18, "withPriorityAction": 9, "councils": [
        "Calderdale", "Cambridgeshire", "Cornwall", "East Sussex", "Hounslow", "Leeds", "North Yorkshire",
        "Redbridge", "Warrington"]},
    "wirral-2011": {
        "structured": 20, "random": 29, "grades": {"outstanding": 6, "good": 13, "adequate": 3},
        "areasForDevelopment": {"safeguarding": 3, "lookedAfterChildren": 4}},
    "cheshire-east-2013": {"overall": "inadequate", "boundBy": "quality_of_practice", "adequate": 2,
        "decideDifferently": 2},
    "darlington-2015": {
        "delayedAssessments": 94, "postponedConferences": 98, "worstCases": 4, "referredBack": 11},
}


def told(story):
    done = run("story", story, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("story", PUBLISHED)
def test_a_story_prints_what_was_published(story):
    assert told(story) == PUBLISHED[story]


def test_in_leeds_every_case_of_the_frame_is_reviewed_again():
    numbers = told("leeds-2009")
    look_back = numbers.pop("lookBack")
    assert numbers == {"sampled": 23, "atPotentialRisk": 7, "notWrittenUp": 2, "seenSameDay": 7}
    assert set(look_back) == {"frame", "reviewed"}
    assert look_back["frame"] == look_back["reviewed"] > 23
