using Eliza.Cli.Evaluating;
using Eliza.Testing;

namespace Eliza.Cli.Tests.Evaluating;

public sealed class QuestionFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["questions.json"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Both_versions_are_read_in_the_order_of_the_file_and_what_is_new_in_them_is_passed_over()
    {
        Write("""
            {"version":"v2.0","data":[
              {"title":"T","paragraphs":[{"context":"C1","qas":[
                {"id":"1","question":"Q1","answers":[{"text":"A","answer_start":0},{"text":"B","answer_start":1}],"is_impossible":false},
                {"id":"2","question":"Q2","answers":[],"is_impossible":true,"plausible_answers":[{"text":"x"}]}]}]},
              {"title":"U","paragraphs":[{"context":"","qas":[]},{"context":"C2","qas":[{"id":"3","question":"Q3 é","answers":[{"text":"C"}],"new":1}]}]}]}
            """);

        var questions = QuestionFile.Read(File);

        questions.Select(question => $"{question.Id} {question.Text} {question.Context} {string.Join('|', question.Answers)}").ShouldBe(["1 Q1 C1 A|B", "2 Q2 C1 ", "3 Q3 é C2 C"]);
    }

    [Theory]
    [InlineData("", "(1,1): The input does not contain any JSON tokens.")]
    [InlineData("# SQuAD", "(1,1): '#' is an invalid start of a value.")]
    [InlineData("{\n \"data\": [\n  {]\n}", "(3,4): ']' is an invalid start of a property name.")]
    [InlineData("{\"data\": []} x", "(1,14): 'x' is invalid after a single JSON value.")]
    [InlineData("{\"data\": [\n{\"paragraphs\": 7}]}", "(2,17): data[0].paragraphs is not what a file of SQuAD has there.")]
    [InlineData("[]", "(1,2): this is not what a file of SQuAD has there.")]
    [InlineData("null", ": data is missing.")]
    [InlineData("{}", ": data is missing.")]
    [InlineData("{\"data\":[null]}", ": data[0] is missing.")]
    [InlineData("{\"data\":[{}]}", ": data[0].paragraphs is missing.")]
    [InlineData("{\"data\":[{\"paragraphs\":[{\"qas\":[]}]}]}", ": data[0].paragraphs[0].context is missing.")]
    [InlineData("{\"data\":[{\"paragraphs\":[{\"context\":\"\"}]}]}", ": data[0].paragraphs[0].qas is missing.")]
    [InlineData("{\"data\":[{\"paragraphs\":[{\"context\":\"\",\"qas\":[{\"question\":\"\",\"answers\":[]}]}]}]}", ": data[0].paragraphs[0].qas[0].id is missing.")]
    [InlineData("{\"data\":[{\"paragraphs\":[{\"context\":\"\",\"qas\":[{\"id\":\"1\",\"answers\":[]}]}]}]}", ": data[0].paragraphs[0].qas[0].question is missing.")]
    [InlineData("{\"data\":[{\"paragraphs\":[{\"context\":\"\",\"qas\":[{\"id\":\"1\",\"question\":\"\"}]}]}]}", ": data[0].paragraphs[0].qas[0].answers is missing.")]
    [InlineData("{\"data\":[{\"paragraphs\":[{\"context\":\"\",\"qas\":[{\"id\":\"1\",\"question\":\"\",\"answers\":[{}]}]}]}]}", ": data[0].paragraphs[0].qas[0].answers[0].text is missing.")]
    [InlineData("{\"data\":[{\"paragraphs\":[{\"context\":\"\",\"qas\":[{\"id\":\"1\",\"question\":\"\",\"answers\":[]},{\"id\":\"1\",\"question\":\"\",\"answers\":[]}]}]}]}", ": data[0].paragraphs[0].qas[1].id: '1' is the id of data[0].paragraphs[0].qas[0], too.")]
    [InlineData("{\"data\":[{\"paragraphs\":[]}]}", ": data: there is no question.")]
    public void A_file_that_is_not_in_order_is_refused_with_its_place(string text, string message)
    {
        Write(text);
        Should.Throw<FormatException>(() => QuestionFile.Read(File)).Message.ShouldStartWith(File + message);
    }

    [Fact]
    public void A_file_that_would_not_fit_into_memory_is_refused_before_it_is_read()
    {
        using (var file = new FileStream(File, FileMode.CreateNew))
            file.SetLength((QuestionFile.MostMegabytes * 1024L * 1024) + (1 << 20));
        Should.Throw<FormatException>(() => QuestionFile.Read(File)).Message.ShouldBe($"{File} has 257 MB. At most 256 are read: split it.");
    }

    [Fact]
    public void The_sample_marks_each_answer_where_its_text_has_it()
    {
        using var file = System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(Repository.Root, "samples/Guide/questions.json")));
        foreach (var paragraph in file.RootElement.GetProperty("data").EnumerateArray().SelectMany(article => article.GetProperty("paragraphs").EnumerateArray()))
        {
            foreach (var question in paragraph.GetProperty("qas").EnumerateArray())
            {
                question.GetProperty("is_impossible").GetBoolean().ShouldBe(question.GetProperty("answers").GetArrayLength() == 0);
                foreach (var answer in question.GetProperty("answers").EnumerateArray())
                    paragraph.GetProperty("context").GetString()![answer.GetProperty("answer_start").GetInt32()..].ShouldStartWith(answer.GetProperty("text").GetString()!);
            }
        }
    }

    private void Write(string text) => System.IO.File.WriteAllText(File, text);
}
