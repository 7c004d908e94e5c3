using System.Text.Json;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Launches;

namespace Workflows.Marketing.Tests.Launches;

public sealed class ReactionSourcesTests
{
    private static readonly PostedMoment[] Posted =
    [
        new("mom1", "li", "launch-benefit", "spring"),
        new("mom1", "wang", "launch-benefit", "spring"),
    ];

    [Theory]
    [InlineData("wecom.moment_liked", """{"moment":"mom1","staff":"li"}""", "launch-benefit")]
    [InlineData("wecom.moment_commented", """{"moment":"mom1","staff":"wang"}""", "launch-benefit")]
    [InlineData("wecom.moment_liked", """{"moment":"mom2","staff":"li"}""", null)]
    [InlineData("wecom.moment_liked", """{"moment":"mom1","staff":"zhao"}""", null)]
    [InlineData("wecom.moment_liked", """{"moment":"mom1","staff":"li","template":"own"}""", "own")]
    [InlineData("wecom.moment_liked", null, null)]
    [InlineData("order.paid", """{"moment":"mom1","staff":"li"}""", null)]
    public async Task Reaction_ToAPost_SaysWhichMessageItIs(string type, string? data, string? template)
    {
        ContactEvent[] told =
        [
            new("wecom", "1", type, new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.Zero), [], data),
        ];
        var sources = new ReactionSources(
            (_, moments, _) =>
                Task.FromResult<IReadOnlyList<PostedMoment>>([.. Posted.Where(one => moments.Contains(one.Moment))])
        );

        var one = Assert.Single(await sources.EnrichAsync(1, told, default));

        using var said = JsonDocument.Parse(one.Data ?? "{}");
        Assert.Equal(template, said.RootElement.TryGetProperty("template", out var found) ? found.GetString() : null);
        Assert.Equal(
            template is "launch-benefit" ? "spring" : null,
            said.RootElement.TryGetProperty("journey", out var journey) ? journey.GetString() : null
        );
    }
}
