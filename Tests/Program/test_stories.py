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


def test_in_wirral_the_plan_answers_every_area_monthly_until_november_and_an_audit_asks_again():
    numbers = told("wirral-improvement")
    assert numbers["answers"]["areasForDevelopment"] == 7
    assert numbers["answers"]["paragraphs"] > 0 and numbers["notAnswered"] == 0
    assert numbers["inTeamView"] == numbers["inBranchView"] < numbers["actions"]
    assert numbers["monthsFrozen"] == 8, "April to November"
    assert numbers["signaturesHold"] == "yes" and numbers["updatesOverdue"] == 0
    assert numbers["referenceGroups"] >= 2 and numbers["committees"] == 2
    assert numbers["resolved"] == numbers["answeredInNovember"] == 1
    assert numbers["askedAgain"] > 0 and numbers["linkedToAction"] == 1


def test_marked_complete_is_not_done_while_the_number_has_not_moved():
    numbers = told("marked-complete")
    assert (numbers["markedComplete"], numbers["done"], numbers["overdue"]) == (1, 0, 1)
    assert numbers["says"] == "marked complete; the number says otherwise"
    assert numbers["colour"] == "red" and numbers["now"] == numbers["whenBegun"] == "60%"
    assert numbers["open"] == ["2026-06", "2026-07"]
    assert numbers["otherwise"] == ["2026-08", "2026-09", "2026-10"]


def test_in_leeds_six_months_of_numbers_show_whether_the_priority_action_moved():
    numbers = told("leeds-improvement")
    assert numbers["priorityActions"] == 1 and numbers["notAnswered"] == 0
    assert numbers["begunBeforeThePlan"] == 2 and numbers["reviewedAgain"] == "every case"
    assert numbers["statutoryDay"] == "none", "an unannounced visit of 2009 has no day by law"
    assert len(numbers["months"]) == 6 and numbers["moved"] == "up"
    assert numbers["signaturesHold"] == "yes"
