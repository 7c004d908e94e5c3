using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;

namespace Workflows.Marketing.Tests.Messaging;

/// <summary>Whatever a channel can say of a message, every block of that channel has a way on for it.</summary>
public sealed partial class CarrierOutcomeTests
{
    // Where the code of each usual channel is, and whether somebody else does the sending.
    private static readonly Dictionary<string, (string Folder, bool IsTask)> Channels = new(StringComparer.Ordinal)
    {
        ["wecom"] = ("WeCom", true),
        ["sms"] = ("Sms", true),
        ["email"] = ("Email", false),
        ["official-account"] = ("WeChat", false),
        ["mini-program"] = ("WeChat", false),
        ["staff-task"] = ("StaffTasks", true),
        ["sidebar"] = ("StaffTasks", true),
        ["call"] = ("StaffTasks", true),
        ["package-card"] = ("StaffTasks", true),
    };

    // What greets, writes to staff or keeps records is a channel of its own.
    private static readonly string[] Others = ["Welcome", "Robots", "Records", "Transfers"];

    public static TheoryData<string> Types => [.. SendBlocks.ByType.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void Ports_OfABlock_LeadOnFromEveryOutcomeItsChannelCanGive(string type)
    {
        var block = SendBlocks.ByType[type];
        var (folder, isTask) = Channels[block.UsualChannel];
        var outcomes = OutcomesIn(folder)
            .Append(SendOutcome.Sent)
            .Append(SendOutcome.Refused)
            .Append(SendOutcome.Failed);
        if (isTask)
        {
            outcomes = outcomes.Append(SendOutcome.Unconfirmed);
        }

        if (block.Ports.Any(port => port is "Joined" or "Returned" or "Located" or "Shared"))
        {
            // What may have arrived goes on with who comes, comes back, or answers.
            outcomes = outcomes.Except([SendOutcome.Sent, SendOutcome.Unconfirmed]);
        }

        var wanted = outcomes
            .Select(outcome => outcome.ToString())
            .Append("Deferred")
            .ToHashSet(StringComparer.Ordinal);

        Assert.Subset(block.Ports.ToHashSet(StringComparer.Ordinal), wanted);
    }

    private static IEnumerable<SendOutcome> OutcomesIn(string folder, [CallerFilePath] string file = "")
    {
        var root = Path.GetFullPath(
            Path.Combine(file, "..", "..", "..", "..", "src", "Workflows.Marketing", "Channels")
        );
        var sources = Directory.GetFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(sources);
        return sources
            .Where(source => !Others.Contains(Path.GetFileName(Path.GetDirectoryName(source))))
            .SelectMany(source => Mention().Matches(File.ReadAllText(source)))
            .Select(mention => Enum.Parse<SendOutcome>(mention.Groups["outcome"].Value));
    }

    [GeneratedRegex(
        @"SendOutcome\.(?<outcome>[A-Z][A-Za-z]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Mention();
}
