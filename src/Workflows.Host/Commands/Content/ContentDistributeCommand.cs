using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api.Content;
using Workflows.Host.Distribution;
using Workflows.Marketing.Content;

namespace Workflows.Host.Commands.Content;

/// <summary><c>content distribute CONTENT</c>: gives a content to members of the staff (S1-40).</summary>
internal static class ContentDistributeCommand
{
    private static readonly Option<string[]> Staff = new("--staff")
    {
        Description = "A member of the staff who gets it; may be given often.",
        HelpName = "USERID",
    };

    private static readonly Option<string[]> Stores = new("--store")
    {
        Description = "A store whose active staff gets it; may be given often.",
        HelpName = "STORE",
    };

    private static readonly Option<string?> Id = new("--id")
    {
        Description = "The distribution's name; made up unless given. The same one twice is given out once.",
        HelpName = "ID",
    };

    private static readonly Option<int?> Days = new("--days")
    {
        Description = "How many days they have for it.",
        HelpName = "DAYS",
    };

    private static readonly Option<string?> Text = new("--text")
    {
        Description = "The language of what they get; zh unless given.",
        HelpName = "zh|en",
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("distribute", "Gives an approved content to members of the staff: the same task for all.")
            {
                ContentShowCommand.Which,
                Staff,
                Stores,
                Id,
                Days,
                Text,
                CommonOptions.Json,
                CommonOptions.Lang,
            },
            terminal,
            RunAsync
        );

    private static async Task RunAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var version = await ContentShowCommand.FindAsync(
            parsed,
            services.GetRequiredService<IContentStore>(),
            cancellationToken
        );
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var asked = new ContentToGive(
            parsed.GetValue(Id),
            parsed.GetValue(Staff),
            parsed.GetValue(Stores),
            parsed.GetValue(Days) is { } days ? now.AddDays(days) : null,
            parsed.GetValue(Text)
        );
        var giving = await services
            .GetRequiredService<ContentGiver>()
            .GiveAsync(version.Ref, asked, ContentCommand.By, cancellationToken);
        if (giving is not Giving.Given { Report: var report })
        {
            throw new BadInputException(Reason(giving));
        }

        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(DistributionBody.From(report));
            return;
        }

        terminal.Output.WriteLine(
            CommonOptions.ReadLang(parsed) == Language.Chinese
                ? $"{report.Distribution.Id}：{version.Ref} 已分发给 {report.Staff.Count} 名员工"
                : $"{report.Distribution.Id}: {version.Ref} given to {report.Staff.Count} members of the staff"
        );
    }

    private static string Reason(Giving giving) =>
        giving switch
        {
            Giving.Mistaken mistaken => mistaken.Detail,
            Giving.Unknown unknown => unknown.Detail,
            Giving.Impossible impossible => impossible.Detail,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
