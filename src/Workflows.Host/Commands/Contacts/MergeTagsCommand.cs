using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api.Contacts;
using Workflows.Host.Contacts;

namespace Workflows.Host.Commands.Contacts;

/// <summary><c>contacts merge-tags FROM INTO</c>: makes one tag of two, for all contacts and in the catalogue.</summary>
internal static class MergeTagsCommand
{
    private static readonly Argument<string> From = new("FROM") { Description = "The tag that ends." };

    private static readonly Argument<string> Into = new("INTO") { Description = "The tag that takes its place." };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command(
                "merge-tags",
                "Makes one tag of two: for all contacts and in the catalogue, all of it or nothing."
            )
            {
                From,
                Into,
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
        var (from, into) = (parsed.GetRequiredValue(From).Trim(), parsed.GetRequiredValue(Into).Trim());
        if (TagMerger.Mistake(from, into) is { } mistake)
        {
            throw new BadInputException(mistake);
        }

        var count =
            await services
                .GetRequiredService<TagMerger>()
                .MergeAsync(from, into, $"command line: {Environment.UserName}", cancellationToken)
            ?? throw new BadInputException($"There is no tag '{from}'.");
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(new TagsMerged(from, into, count));
            return;
        }

        terminal.Output.WriteLine(
            CommonOptions.ReadLang(parsed) == Language.Chinese
                ? $"“{from}”已并入“{into}”：{count} 位客户"
                : $"'{from}' is '{into}' now: {count} contacts"
        );
    }
}
