using Workflows.WeComEmulator.Seeds;

namespace Workflows.WeComEmulator.Controls;

/// <summary>How an emulator starts.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Where it listens; port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    public CorpSeed Seed { get; init; } = SeedFile.Demo();

    /// <summary>The seed of all chance in it.</summary>
    public int Dice { get; init; } = 1;

    /// <summary>The time at which its clock stands still until it is moved; null lets it run with the machine's.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The file that keeps the company over a restart; null keeps nothing.</summary>
    public string? State { get; init; }

    /// <summary>Where its mail server listens; port 0 takes a free one.</summary>
    public int MailPort { get; init; }
}
