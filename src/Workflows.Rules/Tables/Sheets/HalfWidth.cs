namespace Workflows.Rules.Tables.Sheets;

/// <summary>Takes what Chinese keyboards produce for what is meant: ＞＝，（）“”５ are &gt;=,()""5.</summary>
internal static class HalfWidth
{
    private const int Distance = '！' - '!';

    public static char Of(char letter) =>
        letter switch
        {
            >= '！' and <= '～' => (char)(letter - Distance),
            '　' or '\u00A0' => ' ',
            '、' => ',',
            '。' => '.',
            '【' => '[',
            '】' => ']',
            '“' or '”' or '„' => '"',
            '‘' or '’' => '\'',
            '—' or '–' or '−' => '-',
            '〜' or '∼' => '~',
            _ => letter,
        };

    /// <summary>The same text with every letter replaced; places stay what they are.</summary>
    public static string Of(string text) =>
        string.Create(
            text.Length,
            text,
            static (target, source) =>
            {
                for (var index = 0; index < target.Length; index++)
                {
                    target[index] = Of(source[index]);
                }
            }
        );
}
