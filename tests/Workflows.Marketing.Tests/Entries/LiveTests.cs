using Workflows.Marketing.Tests.Mining;

namespace Workflows.Marketing.Tests.Entries;

/// <summary>A journey that begins with live sessions begins once for each of them (S4-36).</summary>
public sealed class LiveTests
{
    private const string Started = "live.started";
    private const string Watched = "live.watched";

    [Fact]
    public async Task Live_Session_BeginsOnceForWhatCounts() =>
        Assert.Equal(
            "begins watched begins",
            await SaidAsync(
                "",
                (1, Started, """{"session":"m1"}"""),
                (1.1, Started, """{"session":"m1","platform":"channels"}"""),
                (1.5, Watched, """{"session":"m1","seconds":59}"""),
                (2, Watched, """{"session":"m1","seconds":60}"""),
                (2.1, Watched, """{"session":"m1","seconds":600}"""),
                (3, Started, """{"session":"m2"}"""),
                (3.1, Started, """{"session":"m1"}"""),
                (3.2, Started, "{}")
            )
        );

    [Theory]
    [InlineData("kinds=[\"Watched\"]", "watched")]
    [InlineData("kinds=[\"Begins\"]", "begins")]
    [InlineData("seconds=601", "begins")]
    [InlineData("sessions=[\"member-*\"]", "")]
    [InlineData("sessions=[\"m*\"]", "begins watched")]
    [InlineData("platforms=[\"douyin\"]", "watched")]
    public async Task Live_Inputs_SayWhatCounts(string inputs, string said) =>
        Assert.Equal(
            said,
            await SaidAsync(
                inputs,
                (1, Started, """{"session":"m1","platform":"channels"}"""),
                (2, Watched, """{"session":"m1","platform":"douyin","seconds":600}""")
            )
        );

    /// <summary>Twenty later sessions do not make an earlier one new; what is older than that is of the past.</summary>
    [Fact]
    public async Task Live_ManySessions_AreKnownForLong()
    {
        var sessions = Enumerable.Range(1, 19).Select(n => ((double)n, Started, (string?)$"{{\"session\":\"s{n}\"}}"));
        (double, string, string?) first = (0.5, Started, """{"session":"s0"}""");
        (double, string, string?) again = (30, Started, """{"session":"s0"}""");

        var said = await SaidAsync("", [first, .. sessions, again]);

        Assert.Equal(20, said.Split(' ').Length);
    }

    private static async Task<string> SaidAsync(string inputs, params (double, string, string?)[] events) =>
        Played.Said(
            await Played.Async(
                $"""
                Live1 Marketing.Live {inputs} Begins -> B1
                Live1 Watched -> W1
                Live1 Again -> A1
                B1 Marketing.SendPrivateMessage template=begins text=a * -> End1
                W1 Marketing.SendPrivateMessage template=watched text=a * -> End1
                A1 Elsa.End
                End1 Elsa.End
                """,
                events
            )
        );
}
