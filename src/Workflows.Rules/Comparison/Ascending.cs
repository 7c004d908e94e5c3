namespace Workflows.Rules.Comparison;

/// <summary>Finds what kept its order.</summary>
internal static class Ascending
{
    /// <summary>The longest run of numbers, not necessarily neighbours, that ascends.</summary>
    public static IReadOnlySet<int> LongestIn(int[] numbers)
    {
        var lengths = new int[numbers.Length];
        var previous = new int[numbers.Length];
        var last = -1;
        for (var index = 0; index < numbers.Length; index++)
        {
            (lengths[index], previous[index]) = (1, -1);
            for (var before = 0; before < index; before++)
            {
                if (numbers[before] < numbers[index] && lengths[before] >= lengths[index])
                {
                    (lengths[index], previous[index]) = (lengths[before] + 1, before);
                }
            }

            last = last < 0 || lengths[index] > lengths[last] ? index : last;
        }

        var run = new HashSet<int>();
        for (; last >= 0; last = previous[last])
        {
            run.Add(numbers[last]);
        }

        return run;
    }
}
