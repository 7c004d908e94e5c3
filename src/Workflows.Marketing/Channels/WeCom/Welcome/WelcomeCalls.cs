using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Channels.WeCom.Wire;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>Greetings to new customers, and what greets new members of groups (path/92137).</summary>
internal sealed class WelcomeCalls(WeComCalls calls)
{
    /// <summary>Group welcome templates of a company; one more is error 41055.</summary>
    public const int MostTemplates = 100;

    private const string Root = "/cgi-bin/externalcontact/";

    /// <summary>Greets. The code is good for 20 seconds and once: a second call is refused with 41051, never sent twice.</summary>
    public Task<WeComAnswer> SendAsync(Welcome welcome, CancellationToken cancellationToken) =>
        calls.CreateAsync<WeComAnswer>($"{Root}send_welcome_msg", welcome, cancellationToken);

    /// <summary>Makes a template that owners put into their groups.</summary>
    public Task<MadeTemplate> AddTemplateAsync(Template template, CancellationToken cancellationToken) =>
        calls.CreateAsync<MadeTemplate>($"{Root}group_welcome_template/add", template, cancellationToken);

    /// <summary>Changes a template.</summary>
    public Task<WeComAnswer> UpdateTemplateAsync(Template template, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}group_welcome_template/edit", template, cancellationToken);

    /// <summary>One template.</summary>
    public Task<FoundTemplate> GetTemplateAsync(string templateId, CancellationToken cancellationToken) =>
        calls.PostAsync<FoundTemplate>(
            $"{Root}group_welcome_template/get",
            new { TemplateId = templateId },
            cancellationToken
        );

    /// <summary>Removes a template.</summary>
    public Task<WeComAnswer> RemoveTemplateAsync(
        string templateId,
        int? agentid,
        CancellationToken cancellationToken
    ) =>
        calls.PostAsync<WeComAnswer>(
            $"{Root}group_welcome_template/del",
            new { TemplateId = templateId, Agentid = agentid },
            cancellationToken
        );

    internal sealed record Welcome(string WelcomeCode)
    {
        public WireText? Text { get; init; }

        public IReadOnlyList<WireAttachment>? Attachments { get; init; }
    }

    /// <summary>A text and one other part; of several WeCom takes image, link, miniprogram, file, video in this order.</summary>
    internal sealed record Template
    {
        public string? TemplateId { get; init; }

        public WireText? Text { get; init; }

        public WireImage? Image { get; init; }

        public WireLink? Link { get; init; }

        public WireMiniProgram? Miniprogram { get; init; }

        public WireFile? File { get; init; }

        public WireFile? Video { get; init; }

        public int? Agentid { get; init; }

        /// <summary>1 tells the owners.</summary>
        public int? Notify { get; init; }
    }

    internal sealed record MadeTemplate : WeComAnswer
    {
        public string? TemplateId { get; init; }
    }

    internal sealed record FoundTemplate : WeComAnswer
    {
        public WireText? Text { get; init; }

        public WireImage? Image { get; init; }

        public WireLink? Link { get; init; }

        public WireMiniProgram? Miniprogram { get; init; }

        public WireFile? File { get; init; }

        public WireFile? Video { get; init; }
    }
}
