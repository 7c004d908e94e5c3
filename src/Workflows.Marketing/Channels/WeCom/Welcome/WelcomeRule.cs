using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>What is said to some of the new friends.</summary>
/// <param name="Name">What reports call it; 1 to 64 characters.</param>
public sealed record WelcomeRule(string Name)
{
    /// <summary>The <c>state</c> of the QR codes or links; one that ends with <c>*</c> stands for all that begin so. Empty: any.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>The user ids of the staff. Empty: anybody.</summary>
    public IReadOnlyList<string> Staff { get; init; } = [];

    /// <summary>The ids of the stores the staff works in. Empty: any, and staff of no store.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>
    /// What is said, as a Liquid template over <c>contact</c>, <c>staff.id</c>, <c>staff.name</c>, <c>store</c> and <c>state</c>; at most 4,000
    /// bytes when filled in. Empty when only attachments speak.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>What comes with it, at most 9: links, and pictures by their address at WeCom.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Whether nothing is said here because a journey says it with its block «Send welcome message».</summary>
    public bool LeftToJourney { get; init; }
}
