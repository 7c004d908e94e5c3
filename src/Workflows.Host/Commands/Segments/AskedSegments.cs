using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Commands.Rules;
using Workflows.Host.Composition;
using Workflows.Host.Documents;
using Workflows.Host.Json;
using Workflows.Marketing.Segments;

namespace Workflows.Host.Commands.Segments;

/// <summary>The segments that a command line asks for.</summary>
internal static class AskedSegments
{
    private static readonly Argument<string?> Source = new("RULES")
    {
        Description = "A rule set published in the workspace, or a RulesEngine file.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Where = new("--where")
    {
        Description =
            "A condition instead of RULES, e.g. 'orders.Count(it.PaidAt >= now.AddDays(-30)) >= 2 and contact.Tags.Contains(\"vip\")'.",
        HelpName = "TEXT",
    };

    private static readonly Option<string?> Rule = new("--rule")
    {
        Description = "The rule that is meant, by name or success event.",
        HelpName = "NAME",
    };

    private static readonly Option<bool> Holds = new("--holds")
    {
        Description = "Take everybody for whom the rule holds, also where an earlier rule does.",
    };

    /// <summary>Gives a command the options of a question.</summary>
    public static void AddTo(Command command)
    {
        command.Add(Source);
        command.Add(Where);
        command.Add(Rule);
        command.Add(Holds);
        command.Add(RuleFile.Name);
        command.Add(CustomerQuestion.AsOf);
        command.Add(CommonOptions.TimeZone);
        command.Add(CommonOptions.Lang);
        command.Add(CommonOptions.Json);
        WorkspaceOptions.AddTo(command);
    }

    /// <summary>The one segment that is meant.</summary>
    /// <exception cref="BadInputException">The rules cannot be used, or have several rules.</exception>
    public static async Task<SegmentQuestion> OneAsync(
        ParseResult parsed,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var (name, choices) = await ReadAsync(parsed, services, cancellationToken);
        var reading = choices.Choose(parsed.GetValue(Rule));
        DocumentMistakes.ThrowIfAny(name, reading.Diagnostics);
        return Ask(reading.Segment!, parsed);
    }

    /// <summary>The segment of the rule that is meant, or of every rule.</summary>
    /// <exception cref="BadInputException">The rules cannot be used.</exception>
    public static async Task<IReadOnlyList<SegmentQuestion>> AllAsync(
        ParseResult parsed,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        if (parsed.GetValue(Rule) is not null)
        {
            return [await OneAsync(parsed, services, cancellationToken)];
        }

        var (name, choices) = await ReadAsync(parsed, services, cancellationToken);
        DocumentMistakes.ThrowIfAny(name, choices.Diagnostics);
        return [.. choices.Segments.Select(segment => Ask(segment, parsed))];
    }

    private static SegmentQuestion Ask(Segment segment, ParseResult parsed) =>
        new(Tenants.Default, segment, CustomerQuestion.ReadNow(parsed, CommonOptions.ReadTimeZone(parsed)));

    private static async Task<(string Name, SegmentChoices Choices)> ReadAsync(
        ParseResult parsed,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var choice = parsed.GetValue(Holds) ? SegmentChoice.Holds : SegmentChoice.FirstMatch;
        switch (parsed.GetValue(Source), parsed.GetValue(Where))
        {
            case (null, null) or (not null, not null):
                throw new BadInputException($"Give either RULES or {Where.Name} TEXT.");
            case (null, { } condition):
                var reading = SegmentSource.OfCondition(condition);
                DocumentMistakes.ThrowIfAny(Where.Name, reading.Diagnostics.Select(InOption));
                return (Where.Name, new SegmentChoices(Where.Name, [reading.Segment!], reading.Diagnostics));
            case ({ } source, _):
                var segments = services.GetRequiredService<SegmentSource>();
                return File.Exists(source)
                    ? (source, await ReadFileAsync(source, segments))
                    : (
                        source,
                        await segments.FindAsync(source, choice, cancellationToken)
                            ?? throw new BadInputException(
                                $"'{source}' is neither a file nor a rule set that is published in this workspace."
                            )
                    );
        }

        Task<SegmentChoices> ReadFileAsync(string path, SegmentSource segments)
        {
            var text = JsonText.ReadFile(path);
            JsonText.Check(text, path);
            return segments.ReadAsync(text, parsed.GetValue(RuleFile.Name), choice, cancellationToken);
        }
    }

    // The condition is the whole document; a JSON path into the rule set around it would only puzzle.
    private static Diagnostic InOption(Diagnostic diagnostic) =>
        diagnostic with
        {
            Path = diagnostic.Span is { } span ? $"column {span.Start + 1}" : null,
        };
}
