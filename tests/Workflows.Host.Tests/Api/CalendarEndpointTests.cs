using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class CalendarEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    /// <summary>A member day on the 8th, at 10:00 in Shanghai, for groups.</summary>
    internal const string MemberDay = """
        { "definitionId": "member-day", "name": "会员日", "version": 1,
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "connections": [], "activities": [
            { "id": "begin", "type": "Marketing.MemberDay", "version": 1, "customProperties": { "canStartWorkflow": true },
              "fallsOn": { "typeName": "String", "expression": { "type": "Literal", "value": "day 8" } },
              "time": { "typeName": "String", "expression": { "type": "Literal", "value": "10:00" } },
              "runsFor": { "typeName": "String", "expression": { "type": "Literal", "value": "Groups" } } }] } }
        """;

    [Fact]
    public async Task Calendar_PublishedJourney_ShowsWhatComesForWhomAndTheMarkedDays()
    {
        using var published = await host.Client.PostAsync("/api/definitions?publish=true", Json(MemberDay));
        published.EnsureSuccessStatusCode();

        var calendar = await host.Client.GetFromJsonAsync<JsonElement>("/api/calendar?from=2031-01-20&to=2031-02-10");

        var occasion = Assert.Single(calendar.GetProperty("occasions").EnumerateArray().ToList());
        Assert.Equal("2031-02-08T02:00:00+00:00", occasion.GetProperty("dueAt").GetString());
        Assert.Equal(
            ("member-day", "会员日", "begin", "Planned", "Groups"),
            (
                occasion.GetProperty("journey").GetString(),
                occasion.GetProperty("journeyName").GetString(),
                occasion.GetProperty("activityId").GetString(),
                occasion.GetProperty("state").GetString(),
                occasion.GetProperty("runsFor").GetString()
            )
        );
        Assert.Contains(
            calendar.GetProperty("days").EnumerateArray(),
            day =>
                day.GetProperty("code").ValueEquals("spring-festival")
                && day.GetProperty("date").ValueEquals("2031-01-23")
        );
    }

    [Theory]
    [InlineData("?from=2026-01-02&to=2026-01-01")]
    [InlineData("?from=2026-01-01&to=2027-01-02")]
    [InlineData("?from=yesterday")]
    public async Task Calendar_SpanThatCannotBe_IsABadRequest(string query)
    {
        using var answer = await host.Client.GetAsync("/api/calendar" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Days_Saved_AreInForceAndComeBack()
    {
        using var saved = await host.Client.PutAsync(
            "/api/calendar/days",
            Json(
                """{"days":[{"code":"store-day","family":"anniversary","zh":"店庆","en":"Store day","falls":"06-06","since":2019}]}"""
            )
        );
        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);

        var days = await host.Client.GetFromJsonAsync<JsonElement>("/api/calendar/days");
        var calendar = await host.Client.GetFromJsonAsync<JsonElement>("/api/calendar?from=2031-06-05&to=2031-06-07");

        Assert.Equal(
            "store-day",
            Assert.Single(days.GetProperty("days").EnumerateArray().ToList()).GetProperty("code").GetString()
        );
        Assert.Contains(
            calendar.GetProperty("days").EnumerateArray(),
            day => day.GetProperty("code").ValueEquals("store-day") && day.GetProperty("date").ValueEquals("2031-06-06")
        );
    }

    [Fact]
    public async Task Days_WithMistakes_AreRefusedWithTheirPlaces()
    {
        using var answer = await host.Client.PutAsync(
            "/api/calendar/days",
            Json("""{"days":[{"code":"a","family":"custom","zh":"一","en":"a","falls":"someday"}]}""")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("CAL005", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
