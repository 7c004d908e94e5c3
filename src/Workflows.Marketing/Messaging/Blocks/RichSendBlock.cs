using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>A send block whose message may carry a picture, a link card and a mini-program card.</summary>
public abstract class RichSendBlock : SendBlock
{
    private protected RichSendBlock(Carrier carrier, string channel)
        : base(carrier, channel) { }

    /// <summary>A picture: its address, or its name in the content library.</summary>
    [Input(
        Description = "A picture: its address, or its name in the content library.",
        Category = "Attachments",
        DefaultSyntax = "Liquid",
        Order = 20
    )]
    public Input<string?> Picture { get; set; } = default!;

    /// <summary>The page a link card opens.</summary>
    [Input(
        DisplayName = "Link",
        Description = "The page a link card opens.",
        Category = "Attachments",
        DefaultSyntax = "Liquid",
        Order = 21
    )]
    public Input<string?> LinkUrl { get; set; } = default!;

    /// <summary>The title of the link card.</summary>
    [Input(
        DisplayName = "Link title",
        Description = "The title of the link card.",
        Category = "Attachments",
        DefaultSyntax = "Liquid",
        Order = 22
    )]
    public Input<string?> LinkTitle { get; set; } = default!;

    /// <summary>The mini-program a card opens.</summary>
    [Input(
        DisplayName = "Mini-program",
        Description = "The app id of the mini-program a card opens.",
        Category = "Attachments",
        Order = 23
    )]
    public Input<string?> MiniProgram { get; set; } = default!;

    /// <summary>The mini-program's page.</summary>
    [Input(
        DisplayName = "Mini-program page",
        Description = "The page of the mini-program, with its query.",
        Category = "Attachments",
        DefaultSyntax = "Liquid",
        Order = 24
    )]
    public Input<string?> MiniProgramPage { get; set; } = default!;

    /// <summary>The title of the mini-program card.</summary>
    [Input(
        DisplayName = "Mini-program title",
        Description = "The title of the mini-program card.",
        Category = "Attachments",
        DefaultSyntax = "Liquid",
        Order = 25
    )]
    public Input<string?> MiniProgramTitle { get; set; } = default!;

    private protected override IReadOnlyList<Attachment> AttachmentsOf(ActivityExecutionContext context)
    {
        var attachments = new List<Attachment>();
        if (Filled(context, Picture) is { } picture)
        {
            var isAddress = Uri.TryCreate(picture, UriKind.Absolute, out _);
            attachments.Add(new Attachment.Image(isAddress ? null : picture, isAddress ? picture : null));
        }

        if (Filled(context, LinkUrl) is { } url)
        {
            attachments.Add(new Attachment.Link(Filled(context, LinkTitle) ?? url, url));
        }

        if (Filled(context, MiniProgram) is { } app)
        {
            attachments.Add(
                new Attachment.MiniProgram(
                    app,
                    Filled(context, MiniProgramPage) ?? "",
                    Filled(context, MiniProgramTitle) ?? ""
                )
            );
        }

        return attachments;
    }
}
