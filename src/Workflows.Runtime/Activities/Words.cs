using System.Text;

namespace Workflows.Runtime.Activities;

internal static class Words
{
    /// <summary>"PublishEvent" reads "Publish Event".</summary>
    public static string Of(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (var index = 0; index < name.Length; index++)
        {
            if (index > 0 && char.IsUpper(name[index]) && !char.IsUpper(name[index - 1]))
            {
                words.Append(' ');
            }
            words.Append(name[index]);
        }
        return words.ToString();
    }

    /// <summary>"hello world" becomes "HelloWorld", as Elsa names the activity type of a workflow.</summary>
    public static string Pascal(string name)
    {
        var words = new StringBuilder(name.Length);
        var starts = true;
        foreach (var letter in name)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                starts = true;
                continue;
            }
            words.Append(starts ? char.ToUpperInvariant(letter) : letter);
            starts = false;
        }
        return words.ToString();
    }
}
