using Workflows.Marketing.Journeys.Cases;

namespace Workflows.Marketing.Tests.Journeys;

public class JourneyCaseRunnerTests
{
    public static TheoryData<string> LifecycleCare => [.. Cases().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(LifecycleCare))]
    public async Task LifecycleCare_Case_GoesAsItsAuthorExpects(string name)
    {
        var runner = new JourneyCaseRunner(ShippedJourney.LifecycleCare(), await ShippedJourney.RuleSetsAsync());

        var results = await runner.RunAsync(Cases().Where(one => one.Name.Equals(name, StringComparison.Ordinal)));

        Assert.Empty(Assert.Single(results).Mismatches);
    }

    [Fact]
    public async Task Run_WrongExpectation_SaysWhatIsOtherwise()
    {
        var file = JourneyCaseFile.Read(
            """
            { "cases": [ {
              "name": "wrong",
              "events": [ { "at": "2021-01-01T00:00:00+08:00", "type": "order.paid" } ],
              "until": "2021-01-02T00:00:00+08:00",
              "expect": {
                "messages": [ { "template": "loyal" }, { "template": "repeat", "at": "2021-01-01T00:00:00+08:00" } ],
                "attributes": { "tier": "loyal" }, "tags": ["vip"], "instances": { "Finished": 1 }
              }
            } ] }
            """
        );
        var runner = new JourneyCaseRunner(ShippedJourney.LifecycleCare(), await ShippedJourney.RuleSetsAsync());

        var result = Assert.Single(await runner.RunAsync(file.Cases!));

        Assert.False(result.Passed);
        Assert.Collection(
            result.Mismatches,
            message =>
                Assert.StartsWith(
                    "Message 1 is 'first' at 2021-01-01T00:00:00+08:00",
                    message,
                    StringComparison.Ordinal
                ),
            message => Assert.Equal("Message 2 is missing: 'repeat' at 2021-01-01T00:00:00+08:00.", message),
            attribute => Assert.Equal("The attribute 'tier' is \"first\", expected \"loyal\".", attribute),
            tags => Assert.Equal("The tags are [], expected [vip].", tags),
            finished => Assert.Equal("0 instances are Finished, expected 1.", finished),
            running => Assert.Equal("1 instances are Running, expected 0.", running)
        );
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("{}", "$")]
    [InlineData("""{ "cases": [ { "name": "a" } ] }""", "$.cases[0]")]
    [InlineData("""{ "cases": [], "more": 1 }""", "$.more")]
    public void Read_SomethingElse_IsRefusedWithItsPlace(string json, string path)
    {
        var file = JourneyCaseFile.Read(json);

        Assert.False(file.Succeeded);
        Assert.Equal(path, Assert.Single(file.Diagnostics).Path);
    }

    [Fact]
    public void Read_EventsOutOfOrder_IsRefused()
    {
        var file = JourneyCaseFile.Read(
            """
            { "cases": [ { "name": "a", "until": "2021-01-03T00:00:00Z", "expect": {}, "events": [
              { "at": "2021-01-02T00:00:00Z", "type": "t" }, { "at": "2021-01-01T00:00:00Z", "type": "t" } ] } ] }
            """
        );

        Assert.Equal("The events of 'a' are not in the order of time.", Assert.Single(file.Diagnostics).Message);
    }

    private static IReadOnlyList<JourneyCase> Cases()
    {
        var file = JourneyCaseFile.Read(ShippedJourney.Read("workflows", "lifecycle-care", "cases.json"));
        Assert.Empty(file.Diagnostics);
        return file.Cases!;
    }
}
