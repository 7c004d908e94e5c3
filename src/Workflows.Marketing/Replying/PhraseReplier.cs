using Workflows.Marketing.Recommending;

namespace Workflows.Marketing.Replying;

/// <summary>
/// Knows a question by what a content is called: its name lists phrases with <c>/</c> between, such as <c>多久到/物流/发货时间</c>. How much of a phrase the
/// message has in it says how sure it is; a long phrase is surer than a short one.
/// </summary>
public sealed class PhraseReplier : IReplier
{
    /// <summary>Its name.</summary>
    public const string ModelName = "phrases";

    // Half a term that is never found: a phrase of one term is 0.67, of two 0.8, of three 0.86.
    private const double Doubt = 0.5;

    private static readonly char[] Between = ['/', '、', '|', ',', '，', ';', '；'];

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Reply>> ReplyAsync(ReplyQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var said = TermsOf(question.Message);
        return ValueTask.FromResult<IReadOnlyList<Reply>>([
            .. question
                .Candidates.Select(candidate => new Reply(candidate, Sureness(candidate, said)))
                .Where(reply => reply.Sureness > 0),
        ]);
    }

    private static double Sureness(Candidate candidate, HashSet<string> said) =>
        candidate
            .Name.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(phrase => Sureness(TermsOf(phrase), said))
            .DefaultIfEmpty(0)
            .Max();

    private static double Sureness(HashSet<string> phrase, HashSet<string> said)
    {
        var found = phrase.Count(said.Contains);
        return found == 0 ? 0 : (double)found / phrase.Count * found / (found + Doubt);
    }

    /// <summary>The words of a text; where words are not set apart, every two characters that follow each other.</summary>
    private static HashSet<string> TermsOf(string text)
    {
        HashSet<string> terms = new(StringComparer.Ordinal);
        var begin = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            if (end < text.Length && KindOf(text[end]) == KindOf(text[begin]))
            {
                continue;
            }

            AddTo(terms, text[begin..end].ToLowerInvariant());
            begin = end;
        }

        return terms;
    }

    private static void AddTo(HashSet<string> terms, string run)
    {
        switch (KindOf(run[0]))
        {
            case TermKind.Word:
                terms.Add(run);
                break;
            case TermKind.Characters when run.Length > 1:
                terms.UnionWith(Enumerable.Range(0, run.Length - 1).Select(at => run.Substring(at, 2)));
                break;
            case TermKind.Characters:
            case TermKind.None:
            default:
                break;
        }
    }

    private static TermKind KindOf(char one) =>
        char.IsAsciiLetterOrDigit(one) ? TermKind.Word
        : char.IsLetterOrDigit(one) ? TermKind.Characters
        : TermKind.None;

    private enum TermKind
    {
        None,
        Word,
        Characters,
    }
}
